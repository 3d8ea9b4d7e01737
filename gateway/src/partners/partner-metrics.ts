/** What partner apps use, and who was told to slow down: by ids and published names, whose number is bounded. */
import { Counter, type Registry } from 'prom-client';

export function createPartnerMetrics(registry: Registry) {
  const registers = [registry];
  return {
    operations: new Counter({
      name: 'huizhen_partner_operations_total',
      help: 'Operations of partner apps that were let in, by the name under which they were published.',
      labelNames: ['app', 'operation'] as const,
      registers,
    }),
    deprecated: new Counter({
      name: 'huizhen_partner_deprecated_total',
      help: 'Uses of deprecated parts of the graph by partner apps.',
      labelNames: ['app', 'coordinate'] as const,
      registers,
    }),
    refused: new Counter({
      name: 'huizhen_rate_limited_total',
      help: 'Requests over a rate limit.',
      labelNames: ['policy'] as const,
      registers,
    }),
  };
}

export type PartnerMetrics = ReturnType<typeof createPartnerMetrics>;
