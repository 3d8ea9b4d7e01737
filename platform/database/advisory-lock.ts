/** Setup work that must not run twice at once waits here; the lock ends with the connection, so a killed host leaves none behind. */
import type pg from 'pg';

/** "huizhen" as a number, to stay clear of locks that other software takes. */
const family = 0x4875_697a;

export const locks = { provision: 1, migrate: 2 } as const;

/** Advisory locks belong to one database: callers that must meet take theirs in the same one. */
export async function withLock<T>(client: pg.Client, lock: number, work: () => Promise<T>): Promise<T> {
  await client.query('SELECT pg_advisory_lock($1, $2)', [family, lock]);
  try {
    return await work();
  } finally {
    // Fails only on a lost connection, and then the lock is gone with it.
    await client.query('SELECT pg_advisory_unlock($1, $2)', [family, lock]).catch(() => undefined);
  }
}
