/** Waits until every subgraph has reacted to everything that was logged. */
import pg from 'pg';

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 50;

export async function reactionsSettled(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const end = Date.now() + PATIENCE_MS;
  try {
    while (!(await caughtUp(client))) {
      if (Date.now() > end) throw new Error('The reactions did not catch up with the event log.');
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  } finally {
    await client.end();
  }
}

async function caughtUp(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ settled: boolean }>(`
    SELECT NOT EXISTS (SELECT FROM events.log WHERE position IS NULL)
       AND coalesce((SELECT min(position) FROM events.consumers), 0) >= (SELECT position FROM events.head) AS settled`);
  return rows[0]?.settled === true;
}
