/** Runs one migration's SQL inside the caller's transaction, and refuses one that leaves the transaction or a stray owner behind. */
import type pg from 'pg';
import { codeOf, DatabaseError, messageOf } from './database-errors.ts';
import { identifier } from './identifier.ts';
import { appRole, ownerRole } from './role-names.ts';
import type { MigratedModule, Migration } from './migrations.ts';

export async function runMigration(client: pg.Client, module: MigratedModule, migration: Migration): Promise<void> {
  try {
    const transaction = await currentTransaction(client);
    await client.query(`SET LOCAL search_path = ${identifier(module.schema)}, public`);
    if (module.asAdmin !== true) await client.query(`SET LOCAL ROLE ${identifier(ownerRole(module.schema))}`);
    await client.query(withNames(migration.sql, module.schema));
    await client.query('RESET ROLE');
    if ((await currentTransaction(client)) !== transaction)
      throw new Error('it ends the transaction itself; take COMMIT and ROLLBACK out');
    await refuseStrayOwners(client, module.schema);
    await client.query('RESET search_path');
  } catch (error) {
    throw failed(module, migration, error);
  }
}

function withNames(sql: string, schema: string): string {
  return sql
    .replaceAll('{{schema}}', identifier(schema))
    .replaceAll('{{owner}}', identifier(ownerRole(schema)))
    .replaceAll('{{app}}', identifier(appRole(schema)));
}

async function currentTransaction(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
  return rows[0]?.id;
}

/** A table owned by the administrator would escape the owner's default rights. What an extension brought is its own affair. */
async function refuseStrayOwners(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relnamespace = $1::regnamespace AND c.relowner <> $2::regrole AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')`,
    [identifier(schema), identifier(ownerRole(schema))],
  );
  if (rows.length > 0)
    throw new Error(
      `it leaves ${rows.map(({ name }) => name).join(', ')} to another owner; write SET LOCAL ROLE {{owner}} before creating`,
    );
}

function failed({ schema }: MigratedModule, { name }: Migration, error: unknown): DatabaseError {
  if (codeOf(error) === '22023' || codeOf(error) === '42704')
    return new DatabaseError(
      'ROLE_MISSING',
      `Migration ${name} of schema ${schema} names a role or object that does not exist (${messageOf(error)}). Provision the roles of all schemas first.`,
      error,
    );
  return new DatabaseError(
    'MIGRATION_FAILED',
    `Migration ${name} of schema ${schema} failed and was rolled back: ${messageOf(error)}`,
    error,
  );
}
