/** Keeps a subgraph that fails from being asked: after five failures in a row it rests, then one question tries whether it is back. */
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';
import type { SourceMetrics } from './source-metrics.ts';

const FAILURES = 5;
const REST_MS = 2_000;

export interface CircuitOptions {
  readonly subgraph: string;
  readonly logger: Logger;
  readonly metrics: SourceMetrics;
  /** Whether an error says something about the subgraph, and not about this one question. */
  counts(error: unknown, isTrying: boolean): boolean;
}

export class Circuit {
  private readonly policy: CircuitBreakerPolicy;
  private readonly options: CircuitOptions;
  private open = false;

  constructor(options: CircuitOptions) {
    this.options = options;
    const handled = handleWhen((error) => options.counts(error, this.isTrying));
    this.policy = circuitBreaker(handled, { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) });
    this.policy.onBreak(() => this.tell(true));
    this.policy.onReset(() => this.tell(false));
    options.metrics.breakerOpen.set({ subgraph: options.subgraph }, 0);
  }

  get isClosed(): boolean {
    return this.policy.state === CircuitState.Closed;
  }

  /** Whether one question tries just now whether the subgraph is back. */
  get isTrying(): boolean {
    return this.policy.state === CircuitState.HalfOpen;
  }

  /** @throws BrokenCircuitError at once while the subgraph rests */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.policy.execute(work);
  }

  private tell(open: boolean): void {
    if (this.open === open) return;
    this.open = open;
    const { subgraph, logger, metrics } = this.options;
    metrics.breakerOpen.set({ subgraph }, open ? 1 : 0);
    if (open)
      logger.warn({ subgraph, restMs: REST_MS }, 'a subgraph failed again and again; not asking it for a while');
    else logger.warn({ subgraph }, 'a subgraph is back; asking it again');
  }
}
