/** How subgraphs answer the gateway, in numbers. */
import { Gauge, Histogram, type Registry } from 'prom-client';

export function sourceMetrics(registers: Registry[]) {
  return {
    fetches: new Histogram({
      name: 'huizhen_subgraph_fetch_seconds',
      help: 'Duration of what the gateway asks of subgraphs, by how it ended.',
      labelNames: ['subgraph', 'outcome'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    breakerOpen: new Gauge({
      name: 'huizhen_breaker_open',
      help: 'Whether a subgraph failed so often that it is not asked for a while.',
      labelNames: ['subgraph'] as const,
      registers,
    }),
  };
}

export type SourceMetrics = ReturnType<typeof sourceMetrics>;
