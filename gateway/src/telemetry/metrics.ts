/** Prometheus metrics of the gateway; labels are operation names and states, never data. */
import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sourceMetrics } from '../sources/source-metrics.ts';

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    ...sourceMetrics(registers),
    operations: new Histogram({
      name: 'huizhen_operation_seconds',
      help: 'Duration of queries and mutations at the gateway.',
      labelNames: ['kind', 'outcome'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    compilations: new Counter({
      name: 'huizhen_plan_compilations_total',
      help: 'Operations whose plan was compiled already (hit) or had to be (miss).',
      labelNames: ['cache'] as const,
      registers,
    }),
    sockets: new Gauge({ name: 'huizhen_sockets', help: 'Open WebSockets.', registers }),
    subscriptions: new Gauge({ name: 'huizhen_subscriptions', help: 'Subscriptions under way.', registers }),
    events: new Counter({
      name: 'huizhen_events_delivered_total',
      help: 'Subscription events delivered to clients.',
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

export function measuring(metrics: Metrics): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      const started = performance.now();
      return Promise.resolve({
        willSendResponse: ({ operation, errors }) => {
          const labels = { kind: operation?.operation ?? 'unknown', outcome: errors ? 'error' : 'ok' };
          metrics.operations.observe(labels, (performance.now() - started) / 1_000);
          return Promise.resolve();
        },
      });
    },
  };
}
