/**
 * How often one caller may ask within a minute. What all gateways count together is leased from the database a second's share
 * at a time, so that a request rarely waits for it.
 */
import { LRUCache } from 'lru-cache';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

export const WINDOW_SECONDS = 60;
const CALLERS_KEPT = 50_000;

export interface Standing {
  readonly policy: string;
  readonly perMinute: number;
  readonly allowed: boolean;
  /** What is left of this minute, as far as this gateway knows. */
  readonly remaining: number;
  readonly resetSeconds: number;
}

interface Lease {
  left: number;
  /** What others, or the next leases, may still take. */
  readonly beyond: number;
  readonly endsAt: number;
}

/** How many at a time, and how many times in a minute. */
export function sharesOf(perMinute: number): { share: number; shares: number } {
  const share = Math.max(1, Math.floor(perMinute / WINDOW_SECONDS));
  return { share, shares: Math.floor(perMinute / share) };
}

export class LeasedLimit {
  private readonly policy: string;
  private readonly perMinute: number;
  private readonly share: number;
  private readonly counter: RateLimiterAbstract;
  private readonly now: () => number;
  private readonly leases = new LRUCache<string, Lease>({ max: CALLERS_KEPT });
  private readonly asking = new Map<string, Promise<void>>();

  /** `counter` counts shares, as sharesOf says. */
  constructor(options: { policy: string; perMinute: number; counter: RateLimiterAbstract; now?: () => number }) {
    this.policy = options.policy;
    this.perMinute = options.perMinute;
    this.share = sharesOf(options.perMinute).share;
    this.counter = options.counter;
    this.now = options.now ?? Date.now;
  }

  async take(key: string): Promise<Standing> {
    for (;;) {
      const lease = this.leases.get(key);
      if (lease && lease.endsAt > this.now()) {
        if (lease.left > 0) {
          lease.left -= 1;
          return this.standing(lease, true);
        }
        if (lease.beyond === 0) return this.standing(lease, false);
      }
      await this.renewed(key);
    }
  }

  /** Whoever comes while one asks waits for the same answer. */
  private renewed(key: string): Promise<void> {
    const known = this.asking.get(key);
    if (known) return known;
    const asked = this.lease(key)
      .then((lease) => void this.leases.set(key, lease))
      .finally(() => this.asking.delete(key));
    this.asking.set(key, asked);
    return asked;
  }

  private async lease(key: string): Promise<Lease> {
    try {
      const { remainingPoints, msBeforeNext } = await this.counter.consume(key, 1);
      return { left: this.share, beyond: remainingPoints * this.share, endsAt: this.endOf(msBeforeNext) };
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return { left: 0, beyond: 0, endsAt: this.endOf(error.msBeforeNext) };
    }
  }

  private endOf(msBeforeNext: number): number {
    return this.now() + Math.max(1, msBeforeNext);
  }

  private standing({ left, beyond, endsAt }: Lease, allowed: boolean): Standing {
    const resetSeconds = Math.max(1, Math.ceil((endsAt - this.now()) / 1_000));
    return { policy: this.policy, perMinute: this.perMinute, allowed, remaining: left + beyond, resetSeconds };
  }
}
