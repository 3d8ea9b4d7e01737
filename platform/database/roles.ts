/** Gives each module's schema its two roles and the rights between them; may be repeated at every start. */
import type pg from 'pg';
import { locks, withLock } from './advisory-lock.ts';
import { appUrl, urlOfDatabase } from './database-url.ts';
import { ensureDatabase } from './ensure-database.ts';
import { ensureAppRole, ensureOwnerRole } from './ensure-role.ts';
import { identifier } from './identifier.ts';
import { appRole, ownerRole } from './role-names.ts';
import { inTransaction, withClient } from './with-client.ts';

export { appUrl };

export type SchemaAccess = { schema: string; password: string };

/** The administrator may be a superuser, or a role with CREATEROLE and CREATEDB that owns the database (PostgreSQL 15 or later). */
export async function provisionRoles(adminUrl: string, database: string, schemas: SchemaAccess[]): Promise<void> {
  await ensureDatabase(adminUrl, database);
  // Roles belong to the whole server: the lock is taken where the callers for every database meet.
  await withClient(adminUrl, (meeting) =>
    withLock(meeting, locks.provision, () =>
      withClient(urlOfDatabase(adminUrl, database), (client) =>
        inTransaction(client, async () => {
          await closeToPublic(client, database);
          for (const access of schemas) await provisionSchema(client, database, access);
        }),
      ),
    ),
  );
}

async function closeToPublic(client: pg.Client, database: string): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${identifier(database)} FROM PUBLIC`);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
}

async function provisionSchema(client: pg.Client, database: string, { schema, password }: SchemaAccess): Promise<void> {
  await ensureOwnerRole(client, ownerRole(schema));
  await ensureAppRole(client, appRole(schema), password);
  await client.query(
    `GRANT USAGE ON SCHEMA public TO ${identifier(appRole(schema))}, ${identifier(ownerRole(schema))}`,
  );
  await client.query(`GRANT CONNECT ON DATABASE ${identifier(database)} TO ${identifier(appRole(schema))}`);
  await client.query(
    `CREATE SCHEMA IF NOT EXISTS ${identifier(schema)} AUTHORIZATION ${identifier(ownerRole(schema))}`,
  );
  await client.query(`SET LOCAL ROLE ${identifier(ownerRole(schema))}`);
  await client.query(rightsInSchema(identifier(schema), identifier(appRole(schema))));
  await client.query('RESET ROLE');
}

/** What the owner creates from now on, the app role may use; a function is PUBLIC's by default, which only a rule for the whole database undoes. */
function rightsInSchema(schema: string, app: string): string {
  return `
    REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${schema} TO ${app};
    ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE ON SEQUENCES TO ${app};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT EXECUTE ON FUNCTIONS TO ${app};`;
}
