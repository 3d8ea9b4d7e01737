/** Runs one migration's SQL inside the caller's transaction, and refuses one that would leave a stray owner behind. */
import pg from 'pg';
import { DatabaseError, messageOf } from './database-errors.ts';
import { identifier } from './identifier.ts';
import { appRole, ownerRole } from './role-names.ts';
import type { MigratedModule, Migration } from './migration.ts';

export async function runMigration(client: pg.Client, module: MigratedModule, migration: Migration): Promise<void> {
  await requireSchema(client, module.schema);
  try {
    await client.query(`SET LOCAL search_path = ${identifier(module.schema)}, public`);
    if (module.asAdmin !== true) await client.query(`SET LOCAL ROLE ${identifier(ownerRole(module.schema))}`);
    await client.query(withoutTransactionControl(withNames(migration.sql, module.schema)));
    await client.query('SET CONSTRAINTS ALL IMMEDIATE; RESET ROLE');
    await refuseStrayOwners(client, module.schema);
  } catch (error) {
    throw failed(module, migration, error);
  }
}

/** Inside EXECUTE the server itself refuses COMMIT, ROLLBACK and SAVEPOINT, which would break the migration in two. */
function withoutTransactionControl(sql: string): string {
  return `DO ${pg.escapeLiteral(`BEGIN EXECUTE ${pg.escapeLiteral(sql)}; END`)}`;
}

function withNames(sql: string, schema: string): string {
  return sql
    .replaceAll('{{schema}}', identifier(schema))
    .replaceAll('{{owner}}', identifier(ownerRole(schema)))
    .replaceAll('{{app}}', identifier(appRole(schema)));
}

async function requireSchema(client: pg.Client, schema: string): Promise<void> {
  const found = await client.query(
    'SELECT FROM pg_namespace, pg_roles WHERE nspname = $1 AND nspowner = pg_roles.oid AND rolname = $2',
    [schema, ownerRole(schema)],
  );
  if (found.rowCount === 0)
    throw new DatabaseError(
      'ROLE_MISSING',
      `The schema ${schema} with its owner ${ownerRole(schema)} is not there. Provision the roles of all schemas before migrating.`,
    );
}

/** A table owned by the administrator would escape the owner's default rights. What an extension brought is its own affair. */
async function refuseStrayOwners(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = $1::regnamespace AND c.relowner <> $2::regrole AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')`,
    [identifier(schema), identifier(ownerRole(schema))],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new Error(`it leaves ${names} to another owner; write SET LOCAL ROLE {{owner}} before creating tables`);
}

function failed({ schema }: MigratedModule, { name }: Migration, error: unknown): DatabaseError {
  return new DatabaseError(
    'MIGRATION_FAILED',
    `Migration ${name} of schema ${schema} failed and was rolled back: ${messageOf(error)}`,
    error,
  );
}
