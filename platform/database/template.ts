/** Cloned databases for tests: one is prepared, each test file gets its own copy within milliseconds. */
import type pg from 'pg';
import { codeOf, DatabaseError } from './database-errors.ts';
import { identifier } from './identifier.ts';
import { withClient } from './with-client.ts';

/** Nobody may be connected to the template meanwhile. */
export async function createDatabaseFrom(adminUrl: string, template: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client
      .query(`CREATE DATABASE ${identifier(name)} TEMPLATE ${identifier(template)}`)
      .catch((error: unknown) => {
        throw codeOf(error) === '55006' ? inUse(template, error) : error;
      });
    await copyConnectRights(client, template, name);
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`));
}

/** PostgreSQL clones what is in a database, but not who may enter it. */
async function copyConnectRights(client: pg.Client, template: string, name: string): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `SELECT grantee::regrole::text AS role FROM pg_database, aclexplode(datacl)
     WHERE datname = $1 AND privilege_type = 'CONNECT' AND grantee <> 0 AND grantee <> datdba`,
    [template],
  );
  await client.query(`REVOKE ALL ON DATABASE ${identifier(name)} FROM PUBLIC`);
  if (rows.length > 0)
    await client.query(`GRANT CONNECT ON DATABASE ${identifier(name)} TO ${rows.map(({ role }) => role).join(', ')}`);
}

function inUse(template: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    'DATABASE_IN_USE',
    `The database ${template} cannot be cloned while somebody is connected to it. Close those connections first.`,
    cause,
  );
}
