/** Failures of PostgreSQL after which the same transaction may simply be tried again. */
import { z } from 'zod';

/** serialization_failure, deadlock_detected: nothing was written. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const TRANSIENT_STATES = new Set(['40001', '40P01']);

const withCode = z.object({ code: z.string() });

export function isTransient(error: unknown): boolean {
  const parsed = withCode.safeParse(error);
  return parsed.success && TRANSIENT_STATES.has(parsed.data.code);
}
