/** How far the reactions of subgraphs are behind the event log. */
import type pg from 'pg';
import { z } from 'zod';

const behindRow = z.object({ name: z.string(), behind: z.coerce.number() });

/** Empty while the database is away: a reading of other metrics must not fail with it. */
export async function eventsBehind(pool: pg.Pool, subgraphs: readonly string[]): Promise<Map<string, number>> {
  const query = `SELECT c.name, h.position - c.position AS behind FROM events.consumers c, events.head h WHERE c.name = ANY ($1)`;
  const rows = await pool.query(query, [subgraphs]).then(
    (answer): unknown[] => answer.rows,
    () => [],
  );
  return new Map(
    z
      .array(behindRow)
      .parse(rows)
      .map(({ name, behind }) => [name, behind]),
  );
}
