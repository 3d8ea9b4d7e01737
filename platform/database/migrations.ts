/** Brings every module's schema up to date: each migration once, in order, in its own transaction, as the schema's owner. */
import type pg from 'pg';
import { locks, withLock } from './advisory-lock.ts';
import { urlOfDatabase } from './database-url.ts';
import { ensureDatabase } from './ensure-database.ts';
import { checksumOf, readLedger, recordApplied } from './migration-ledger.ts';
import type { MigratedModule, Migration } from './migration.ts';
import { runMigration } from './run-migration.ts';
import { DatabaseError } from './database-errors.ts';
import { inTransaction, withClient } from './with-client.ts';

export type { MigratedModule, Migration };

export type MigrationLogger = { info(about: object, message: string): void };

/** Call provisionRoles first. Callers that come at the same time wait, and then find nothing to do. */
export async function migrate(
  adminUrl: string,
  database: string,
  modules: readonly MigratedModule[],
  options: { logger?: MigrationLogger } = {},
): Promise<{ applied: string[] }> {
  await ensureDatabase(adminUrl, database);
  return withClient(urlOfDatabase(adminUrl, database), (client) =>
    withLock(client, locks.migrate, async () => {
      const pending = await pendingMigrations(client, modules);
      for (const { module, migration } of pending) {
        await apply(client, module, migration);
        options.logger?.info({ schema: module.schema, migration: migration.name }, 'Migration applied');
      }
      return { applied: pending.map(({ module, migration }) => `${module.schema}/${migration.name}`) };
    }),
  );
}

type Pending = { module: MigratedModule; migration: Migration };

/** All are checked before the first one runs. */
async function pendingMigrations(client: pg.Client, modules: readonly MigratedModule[]): Promise<Pending[]> {
  const ledger = await readLedger(client);
  const all = modules.flatMap((module) => module.migrations.map((migration) => ({ module, migration })));
  return all.filter(({ module, migration }) => {
    const recorded = ledger.get(`${module.schema}/${migration.name}`);
    if (recorded !== undefined && recorded !== checksumOf(migration.sql)) throw changed(module, migration);
    return recorded === undefined;
  });
}

async function apply(client: pg.Client, module: MigratedModule, migration: Migration): Promise<void> {
  await inTransaction(client, async () => {
    await runMigration(client, module, migration);
    await recordApplied(client, module.schema, migration);
  });
}

function changed({ schema }: MigratedModule, { name }: Migration): DatabaseError {
  return new DatabaseError(
    'MIGRATION_CHANGED',
    `Migration ${name} of schema ${schema} was changed after it had been applied to this database. Restore its text, and put the change into a new migration.`,
  );
}
