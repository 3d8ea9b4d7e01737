/** Some subgraphs on a PostgreSQL and keys of their own: what the tests of every subgraph stand on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subgraphNames } from '@huizhen/gateway/topology/subgraphs';
import { createInternalTokens, type InternalTokens } from '@huizhen/platform/access/internal-token';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { openKeyDirectory, type KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { createDatabaseFrom } from '@huizhen/platform/database/template';
import { withClient } from '@huizhen/platform/database/with-client';
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import type { Client } from 'pg';
import { SubgraphsAtWork, type WorkOptions } from './subgraphs-at-work.ts';

const DATABASE = 'huizhen';
const issuers = ['gateway', ...subgraphNames];

type Rows = Record<string, unknown>[];

export interface SubgraphGround {
  /** Removed at the end; for whatever a test keeps on disk. */
  readonly folder: string;
  readonly keys: KeyDirectory;
  /** Who speaks through a token. */
  viewerOf(token: string): Promise<Viewer | null>;
  /** The superuser's address of a database: past every policy. */
  adminUrl(database?: string): string;
  /** The address of a subgraph's own role. */
  appUrl(schema: string, database?: string): string;
  /** Rows past every policy. */
  rows(sql: string, values?: readonly unknown[]): Promise<Rows>;
  /** What a subgraph's own role is let through to, with nothing set but `settings`. */
  rowsAs(schema: string, settings: Readonly<Record<string, string>>, sql: string): Promise<Rows>;
  /** A copy, within milliseconds, of the first database as it was prepared; only while nothing runs on that one. */
  copyDatabase(name: string): Promise<void>;
  /** The subgraphs in this process, on a database; may be started more than once. */
  start(options?: WorkOptions & { readonly database?: string }): Promise<SubgraphsAtWork>;
  stop(): Promise<void>;
}

export async function openGround(subgraphs: readonly Subgraph[]): Promise<SubgraphGround> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhen-ground-'));
  const logger = createLogger({ name: 'test', level: process.env['LOG_LEVEL'] ?? 'silent' });
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), logger });
  const passwordOf = (schema: string) => `of-${schema}`;
  const planOf = (database: string) => ({ adminUrl: postgres.url, database, subgraphs, passwordOf });
  await prepareDatabase(planOf(DATABASE));
  const keys = await openKeyDirectory(join(folder, 'keys'), { issuers, environment: {} });
  const appUrl = (schema: string, database = DATABASE) => urlOfSchema(planOf(database), schema);
  const tokenOf = (viewer: Viewer | null) =>
    tokensOf(keys, viewer?.service ?? 'gateway').mint({ viewer, purpose: null });
  const adminUrl = (database = DATABASE) => urlOfDatabase(postgres.url, database);
  return {
    folder,
    keys,
    appUrl,
    adminUrl,
    viewerOf: async (token) => (await tokensOf(keys, 'gateway').verify(token)).viewer,
    rows: (sql, values = []) => withClient(adminUrl(), async (client) => (await client.query(sql, [...values])).rows),
    rowsAs: (schema, settings, sql) => withClient(appUrl(schema), (client) => rowsWith(client, settings, sql)),
    copyDatabase: (name) => createDatabaseFrom(postgres.url, DATABASE, name),
    start: ({ database, ...options } = {}) => {
      const urlOf = (schema: string) => appUrl(schema, database);
      return SubgraphsAtWork.start({ subgraphs, keys, logger, urlOf, tokenOf }, options);
    },
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function rowsWith(client: Client, settings: Readonly<Record<string, string>>, sql: string): Promise<Rows> {
  for (const [name, value] of Object.entries(settings))
    await client.query('SELECT set_config($1, $2, false)', [`huizhen.${name}`, value]);
  return (await client.query(sql)).rows;
}

function tokensOf(keys: KeyDirectory, issuer: string): InternalTokens {
  const privateKey = keys.internalPrivateKeys.get(issuer);
  if (!privateKey) throw new Error(`There is no key of ${issuer}.`);
  return createInternalTokens({ issuer, privateKey, publicKeys: keys.internalPublicKeys });
}
