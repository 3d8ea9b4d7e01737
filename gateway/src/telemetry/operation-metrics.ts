/**
 * Operations by name, outcome and client. Callers choose those names, so that they are bounded: the operations that were used last
 * keep series of their own, and what a forgotten one had counted goes with it.
 */
import { plainName } from '@huizhen/platform/telemetry/plain-name';
import { LRUCache } from 'lru-cache';
import { Counter, Histogram, type Registry } from 'prom-client';

export interface CountedOperation {
  readonly operation: string | null;
  readonly kind: string;
  readonly outcome: string;
  readonly client: string | null;
}

const OPERATIONS_KEPT = 200;
const CLIENTS_KEPT = 30;
const OTHER = 'other';

type CounterLabels = Record<'operation' | 'kind' | 'outcome' | 'client', string>;

export class OperationMetrics {
  private readonly counted;
  private readonly durations;
  private readonly clients = new Set<string>();
  /** The series of each operation's name. */
  private readonly known = new LRUCache<string, Map<string, CounterLabels>>({
    max: OPERATIONS_KEPT,
    dispose: (series) => this.forget(series),
  });

  constructor(registry: Registry) {
    const registers = [registry];
    this.counted = new Counter({
      name: 'huizhen_operations_total',
      help: 'Operations at the gateway by outcome: ok, or the code of the first error.',
      labelNames: ['operation', 'kind', 'outcome', 'client'] as const,
      registers,
    });
    this.durations = new Histogram({
      name: 'huizhen_operation_seconds',
      help: 'Duration of operations at the gateway; of subscriptions, until they deliver.',
      labelNames: ['operation', 'kind'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
  }

  count({ operation, kind, outcome, client }: CountedOperation, durationSeconds: number): void {
    const labels = { operation: plainName(operation) ?? OTHER, kind, outcome, client: this.clientNamed(client) };
    const key = `${kind} ${outcome} ${labels.client}`;
    const series = this.known.get(labels.operation) ?? new Map<string, CounterLabels>();
    if (!series.has(key)) this.known.set(labels.operation, series.set(key, labels));
    this.counted.inc(labels);
    this.durations.observe({ operation: labels.operation, kind }, durationSeconds);
  }

  private clientNamed(name: string | null): string {
    const plain = plainName(name);
    if (plain === null) return name === null ? 'unnamed' : OTHER;
    if (this.clients.has(plain)) return plain;
    if (this.clients.size >= CLIENTS_KEPT) return OTHER;
    this.clients.add(plain);
    return plain;
  }

  private forget(series: ReadonlyMap<string, CounterLabels>): void {
    for (const labels of series.values()) {
      this.counted.remove(labels);
      this.durations.remove({ operation: labels.operation, kind: labels.kind });
    }
  }
}
