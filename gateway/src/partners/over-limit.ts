/** Somebody has asked too often; and what headers say of how often they may (draft-ietf-httpapi-ratelimit-headers). */
import { RateLimited } from '@huizhen/platform/errors/expected-errors';
import { WINDOW_SECONDS, type Standing } from './leased-limit.ts';

export class OverLimit extends RateLimited {
  readonly standing: Standing;

  constructor(standing: Standing) {
    super(standing.resetSeconds);
    this.standing = standing;
  }
}

export function headersOf({ policy, perMinute, allowed, remaining, resetSeconds }: Standing): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy}";q=${perMinute};w=${WINDOW_SECONDS}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
    ...(!allowed && { 'retry-after': String(resetSeconds) }),
  };
}
