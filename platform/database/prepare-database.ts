/** Makes an empty or older database ready for this version: roles, schemas, migrations, the job queue's tables. */
import { auditMigrations, toldColumns } from '../audit/audit.migrations.ts';
import { eventsMigrations } from '../events/events.migrations.ts';
import { prepareJobQueue } from '../jobs/job-queue.ts';
import type { Logger } from '../telemetry/logger.ts';
import { accessMigrations } from './access.migrations.ts';
import { urlOfDatabase } from './database-url.ts';
import { ensureDatabase } from './ensure-database.ts';
import { migrate, type MigratedModule, type Migration } from './migrations.ts';
import { appRole, ownerRole } from './role-names.ts';
import { appUrl, provisionRoles } from './roles.ts';
import { inTransaction, withClient } from './with-client.ts';
import { subgraphMigrations } from './subgraph.migrations.ts';

/** Schemas of the platform itself; `events` and `jobs` also give a process its role for the log and the queue. */
const platformModules: readonly MigratedModule[] = [
  { schema: 'access', migrations: accessMigrations },
  { schema: 'audit', migrations: auditMigrations },
  { schema: 'events', migrations: eventsMigrations },
  { schema: 'jobs', migrations: [] },
];

/** Every app role belongs to it: what a schema of the platform offers to all is granted to this one. */
const GROUP = 'huizhen_subgraphs';

export interface DatabaseAddress {
  readonly adminUrl: string;
  readonly database: string;
  /** The password of a schema's app role. */
  passwordOf(schema: string): string;
}

interface PlannedSubgraph {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly tellsAccesses?: true;
}

export interface DatabasePlan extends DatabaseAddress {
  readonly subgraphs: readonly PlannedSubgraph[];
  /** Schemas of those who are no subgraph: they get nothing of what is offered to all subgraphs. */
  readonly modules?: readonly MigratedModule[];
}

export async function prepareDatabase(plan: DatabasePlan, logger?: Logger): Promise<{ applied: string[] }> {
  const { adminUrl, database } = plan;
  const inGroup = [...platformModules, ...plan.subgraphs.map(withPlatformTables)];
  const modules = [...inGroup, ...(plan.modules ?? [])];
  await ensureDatabase(adminUrl, database);
  await provisionRoles(
    adminUrl,
    database,
    modules.map(({ schema }) => ({ schema, password: plan.passwordOf(schema) })),
  );
  await ensureGroup(
    urlOfDatabase(adminUrl, database),
    inGroup.map(({ schema }) => schema),
  );
  const outcome = await migrate(adminUrl, database, modules, logger ? { logger } : {});
  await prepareJobQueue(urlOfDatabase(adminUrl, database));
  await grantJobs(urlOfDatabase(adminUrl, database));
  await grantAccesses(urlOfDatabase(adminUrl, database), plan.subgraphs);
  return outcome;
}

export function urlOfSchema({ adminUrl, database, passwordOf }: DatabaseAddress, schema: string): string {
  return appUrl(adminUrl, database, schema, passwordOf(schema));
}

function withPlatformTables(subgraph: DatabasePlan['subgraphs'][number]): MigratedModule {
  return { schema: subgraph.name, migrations: [...subgraphMigrations, ...subgraph.migrations] };
}

async function ensureGroup(url: string, schemas: readonly string[]): Promise<void> {
  await withClient(url, (client) =>
    inTransaction(client, async () => {
      // Roles belong to the whole server, so platforms on other databases of it may be doing the same now.
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('${GROUP}'))`);
      const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [GROUP]);
      if (rows.length === 0) await client.query(`CREATE ROLE ${GROUP} NOLOGIN`);
      for (const schema of schemas)
        await client.query(`GRANT ${GROUP} TO "${appRole(schema)}", "${ownerRole(schema)}"`);
    }),
  );
}

async function grantJobs(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`
      GRANT USAGE ON SCHEMA jobs TO ${GROUP};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO ${GROUP};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO ${GROUP};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO ${GROUP};`);
  });
}

async function grantAccesses(url: string, subgraphs: readonly PlannedSubgraph[]): Promise<void> {
  const roles = subgraphs.filter(({ tellsAccesses }) => tellsAccesses).map(({ name }) => `"${appRole(name)}"`);
  if (roles.length === 0) return;
  const grant = `GRANT SELECT (${toldColumns.join(', ')}) ON audit.entries TO ${roles.join(', ')}`;
  await withClient(url, (client) => client.query(grant));
}
