/** One real subgraph on its own PostgreSQL; those that it asks answer from their published contract with given facts. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { openKeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { startHost } from '@huizhen/platform/subgraph/subgraph-host';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import type { EventPayload, EventType } from '@huizhen/schema/events';
import { buildSchema, graphql, type ExecutionResult } from 'graphql';
import pg from 'pg';
import { reactionsSettled } from './reactions-settled.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface Contract {
  readonly sdl: string;
  /** Root fields by name; `viewer` is who asks. */
  readonly answers: Readonly<Record<string, (args: never, viewer: Viewer | null) => unknown>>;
}

export interface LoneSubgraphOptions {
  readonly subgraph: Subgraph;
  readonly contracts: Readonly<Record<string, Contract>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface LoneSubgraph {
  ask(viewer: Viewer | null, query: string, variables?: Variables): Promise<ExecutionResult>;
  route(request: Request): Promise<Response | null>;
  /** Logs events as their publisher would, and waits until the subgraph has reacted to them. */
  tell(...events: Told[]): Promise<void>;
  settled(): Promise<void>;
  /** What the subgraph itself has published, in order. */
  published(type: EventType): Promise<Record<string, unknown>[]>;
  /** As the superuser, past row-level security. */
  rows(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** As the subgraph's own app role with these settings: what row-level security lets through. */
  rowsAs(settings: Readonly<Record<string, string>>, sql: string): Promise<Record<string, unknown>[]>;
  /** Runs the work and counts the statements on the subgraph's database that match. */
  statements(pattern: RegExp, work: () => Promise<unknown>): Promise<number>;
  stop(): Promise<void>;
}

export type Told = { [T in EventType]: { readonly type: T; readonly payload: EventPayload<T> } }[EventType];

export function person(roles: readonly Role[], more: Partial<Viewer> = {}): Viewer {
  const nobody = { institutionId: null, practitionerId: null, patientId: null, centre: false, service: null };
  return { subject: randomUUID(), displayName: 'somebody', roles, ...nobody, ...more };
}

export async function startLoneSubgraph({
  subgraph,
  contracts,
  environment = {},
}: LoneSubgraphOptions): Promise<LoneSubgraph> {
  const dataDir = await mkdtemp(join(tmpdir(), `huizhen-${subgraph.name}-`));
  const logger = createLogger({ name: 'test', level: process.env['LOG_LEVEL'] ?? 'silent' });
  const postgres = await startEmbeddedPostgres({ dataDir, logger });
  const plan = {
    adminUrl: postgres.url,
    database: 'huizhen',
    subgraphs: [subgraph],
    passwordOf: (schema: string) => `of-${schema}`,
  };
  await prepareDatabase(plan);
  const issuers = ['gateway', subgraph.name];
  const keys = await openKeyDirectory(join(dataDir, 'keys'), { issuers, environment: {} });
  const privateKey = keys.internalPrivateKeys.get('gateway');
  if (!privateKey) throw new Error('The gateway has no key.');
  const tokens = createInternalTokens({ issuer: 'gateway', privateKey, publicKeys: keys.internalPublicKeys });
  const seen: string[] = [];
  const verify = async (token: string) => (await tokens.verify(token)).viewer;
  const host = await startHost({
    subgraphs: [subgraph],
    urlOf: (schema) => urlOfSchema(plan, schema),
    keys,
    environment,
    logger,
    peer: (name) => contractPeer(name, contracts[name], verify),
    onStatement: (_, sql) => void seen.push(sql),
  });
  const running = host.subgraphs.get(subgraph.name);
  if (!running) throw new Error('The subgraph did not start.');
  const databaseUrl = urlOfDatabase(postgres.url, 'huizhen');
  const admin = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const app = new pg.Pool({ connectionString: urlOfSchema(plan, subgraph.name), max: 2 });
  // The server goes away under connections that are idle.
  for (const pool of [admin, app]) pool.on('error', () => undefined);
  const settled = () => reactionsSettled(databaseUrl);
  return {
    settled,
    async ask(viewer, query, variables = {}) {
      const token = await tokens.mint({ viewer, purpose: null });
      return plain(await running.execute({ query, variables, token, requestId: 'test' }));
    },
    async route(request) {
      return running.route(request, await tokens.mint({ viewer: null, purpose: null }), 'test');
    },
    async tell(...events) {
      const caller = { viewer: serviceViewer(subgraph.name), requestId: 'test', purpose: null };
      for (const { type, payload } of events)
        await running.as(caller, (context) => context.transact(async (unit) => unit.events.publish(type, payload)));
      await settled();
    },
    async published(type) {
      const { rows } = await admin.query<{ payload: Record<string, unknown> }>(
        'SELECT payload FROM events.log WHERE type = $1 ORDER BY position',
        [type],
      );
      return rows.map(({ payload }) => payload);
    },
    rows: async (sql, parameters = []) => (await admin.query<Record<string, unknown>>(sql, [...parameters])).rows,
    rowsAs: (settings, sql) => rowsWith(app, settings, sql),
    async statements(pattern, work) {
      const before = seen.length;
      await work();
      return seen.slice(before).filter((sql) => pattern.test(sql)).length;
    },
    async stop() {
      await host.stop();
      await Promise.all([admin.end(), app.end()]);
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function rowsWith(pool: pg.Pool, settings: Readonly<Record<string, string>>, sql: string) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, true)', [`huizhen.${name}`, value]);
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** The other side of the contract: its published SDL, so that a question that does not fit it fails. */
function contractPeer(
  name: string,
  contract: Contract | undefined,
  verify: (token: string) => Promise<Viewer | null>,
): SubgraphPeer {
  if (!contract) throw new Error(`No contract of ${name} was given.`);
  const schema = buildSchema(contract.sdl, { assumeValidSDL: true });
  const refuse = () => Promise.reject(new Error('A contract only answers questions.'));
  return {
    name,
    sdl: () => Promise.resolve(contract.sdl),
    async execute({ query, variables, token }) {
      const viewer = await verify(token);
      const rootValue = Object.fromEntries(
        Object.entries(contract.answers).map(([field, answer]) => [field, (args: never) => answer(args, viewer)]),
      );
      return plain(await graphql({ schema, source: query, rootValue, variableValues: variables ?? null }));
    },
    subscribe: refuse,
    route: refuse,
  };
}

/** As it would arrive over HTTP. */
function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
