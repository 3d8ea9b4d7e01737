/** The cost in the answer's extensions, for those who asked with `"extensions": {"cost": true}` beside the query. */
import { z } from 'zod';
import { limits } from './operation-limits.ts';

const asking = z.object({ cost: z.literal(true) });

export function wantsCost(extensions: unknown): boolean {
  return asking.safeParse(extensions).success;
}

export function costReport(requested: number): { cost: { requested: number; limit: number } } {
  return { cost: { requested, limit: limits.cost } };
}
