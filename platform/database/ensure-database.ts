/** Creates a database when it is missing; nobody but its owner has rights in it at first. */
import { locks, withLock } from './advisory-lock.ts';
import { identifier } from './identifier.ts';
import { withClient } from './with-client.ts';

/** From template0, so that sessions that sit in template1 cannot hinder it. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, (client) =>
    withLock(client, locks.provision, async () => {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
      if (rowCount !== 0) return;
      await client.query(`CREATE DATABASE ${identifier(database)} TEMPLATE template0 ENCODING 'UTF8'`);
      await client.query(`REVOKE ALL ON DATABASE ${identifier(database)} FROM PUBLIC`);
    }),
  );
}
