/** Prometheus metrics of the subgraphs in this process: how long they work, how they stand with their database, events and jobs. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolCounts } from '../database/transaction-pool.ts';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export class HostMetrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly pools = new Map<string, PoolCounts>();
  private readonly operations = new Histogram({
    name: 'huizhen_subgraph_operation_seconds',
    help: 'Duration of operations inside a subgraph, with their transactions.',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets: seconds,
    registers: this.registers,
  });
  private readonly reactions = new Counter({
    name: 'huizhen_reactions_total',
    help: 'Reactions to events, by how they ended; one that failed may be tried again.',
    labelNames: ['subgraph', 'reaction', 'outcome'] as const,
    registers: this.registers,
  });
  private readonly jobs = new Counter({
    name: 'huizhen_jobs_total',
    help: 'Jobs that were run, by how they ended; one that failed is tried again.',
    labelNames: ['subgraph', 'job', 'outcome'] as const,
    registers: this.registers,
  });

  constructor() {
    const { pools } = this;
    const connections = new Gauge({
      name: 'huizhen_database_connections',
      help: 'Connections of a subgraph to its database, and operations that wait for one.',
      labelNames: ['subgraph', 'state'] as const,
      registers: this.registers,
      collect() {
        for (const [subgraph, pool] of pools) {
          connections.set({ subgraph, state: 'busy' }, pool.totalCount - pool.idleCount);
          connections.set({ subgraph, state: 'idle' }, pool.idleCount);
          connections.set({ subgraph, state: 'awaited' }, pool.waitingCount);
        }
      },
    });
  }

  operation(subgraph: string, started: number, failed: boolean): void {
    const labels = { subgraph, outcome: failed ? 'errors' : 'ok' };
    this.operations.observe(labels, (performance.now() - started) / 1_000);
  }

  reaction(subgraph: string, reaction: string, outcome: 'ok' | 'failed' | 'set-aside'): void {
    this.reactions.inc({ subgraph, reaction, outcome });
  }

  job(subgraph: string, job: string, outcome: 'ok' | 'failed'): void {
    this.jobs.inc({ subgraph, job, outcome });
  }

  watchPool(subgraph: string, pool: PoolCounts): void {
    this.pools.set(subgraph, pool);
  }

  /** `behind` answers, for each subgraph, how many events it has yet to react to; it is asked at each reading. */
  watchReactions(behind: () => Promise<ReadonlyMap<string, number>>): void {
    const lag = new Gauge({
      name: 'huizhen_reaction_events_behind',
      help: 'Events of the log that a subgraph has yet to react to.',
      labelNames: ['subgraph'] as const,
      registers: this.registers,
      async collect() {
        for (const [subgraph, events] of await behind()) lag.set({ subgraph }, events);
      },
    });
  }
}
