/** Prometheus metrics of the gateway; labels are names, states and codes, never data. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { sourceMetrics } from '../sources/source-metrics.ts';
import { createLiveMetrics } from '../subscriptions/live-metrics.ts';
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
    live: createLiveMetrics(registry),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
