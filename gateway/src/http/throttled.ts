/** Before a route that anybody may call: so many requests from one network address. */
import type { Context, MiddlewareHandler } from 'hono';
import { headersOf, OverLimit } from '../partners/over-limit.ts';
import type { PartnerGate } from '../partners/partner-gate.ts';
import type { Endpoint } from './app.ts';

export function throttled(gate: PartnerGate, addressOf: (c: Context<Endpoint>) => string): MiddlewareHandler<Endpoint> {
  return async (c, next) => {
    try {
      await gate.count({ viewer: null, address: addressOf(c) });
    } catch (error) {
      if (!(error instanceof OverLimit)) throw error;
      // In the words of RFC 6749, section 5.2, whose clients these are.
      const body = { error: 'temporarily_unavailable', error_description: error.message };
      return c.json(body, 429, { ...headersOf(error.standing), 'cache-control': 'no-store' });
    }
    return next();
  };
}
