/** Prometheus metrics of the gateway; labels are names, states and codes, never data. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sourceMetrics } from '../sources/source-metrics.ts';
import { OperationMetrics } from './operation-metrics.ts';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    ...sourceMetrics(registers),
    operations: new OperationMetrics(registry),
    plans: new Counter({
      name: 'huizhen_plans_total',
      help: 'Plans that operations ran by: known ones (hit) and new ones (miss).',
      labelNames: ['cache'] as const,
      registers,
    }),
    planning: new Histogram({
      name: 'huizhen_plan_seconds',
      help: 'Duration of planning an operation for the first time.',
      buckets: seconds,
      registers,
    }),
    compilations: new Counter({
      name: 'huizhen_plan_compilations_total',
      help: 'Operations whose plan was compiled already (hit) or had to be (miss).',
      labelNames: ['cache'] as const,
      registers,
    }),
    sockets: new Gauge({ name: 'huizhen_sockets', help: 'Open WebSockets.', registers }),
    subscriptions: new Gauge({
      name: 'huizhen_subscriptions',
      help: 'Subscriptions under way.',
      labelNames: ['transport'] as const,
      registers,
    }),
    events: new Counter({
      name: 'huizhen_events_delivered_total',
      help: 'Subscription events delivered to clients.',
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
