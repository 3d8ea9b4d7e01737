/** The patients subgraph on a real PostgreSQL, with people of two institutions, and other subgraphs where a test needs them. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { openKeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { withClient } from '@huizhen/platform/database/with-client';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import { startHost } from '@huizhen/platform/subgraph/subgraph-host';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { directory } from '../../directory/src/index.ts';
import { patients } from '../src/index.ts';

export const clinic = randomUUID();
export const otherClinic = randomUUID();

const speakers = ['gateway', 'directory', 'patients', 'consultations', 'billing'];

const nobody: Viewer = {
  subject: randomUUID(),
  displayName: 'somebody',
  roles: [],
  institutionId: null,
  practitionerId: null,
  patientId: null,
  centre: false,
  service: null,
};

export function person(role: Role, more: Partial<Viewer> = {}): Viewer {
  const atWork = role === 'PATIENT' ? {} : { institutionId: clinic, practitionerId: randomUUID() };
  return { ...nobody, subject: randomUUID(), roles: [role], ...atWork, ...more };
}

export function service(name: string): Viewer {
  return { ...nobody, subject: `service:${name}`, service: name };
}

export interface Answered {
  readonly data: Record<string, unknown>;
  readonly codes: readonly unknown[];
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[];
}

export interface OpenPatients {
  /** A GraphQL operation as this person. */
  ask(viewer: Viewer | null, query: string, variables?: Record<string, unknown>): Promise<Answered>;
  /** SQL as the superuser, past every policy. */
  sql(query: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** SQL as the subgraph's own role, with nothing set but `settings`. */
  asApp(settings: Record<string, string>, query: string): Promise<Record<string, unknown>[]>;
  readonly statements: string[];
  loadDemo(now: Date): Promise<void>;
  close(): Promise<void>;
}

/** `peer` answers for the subgraphs beside this one. */
export async function openPatients(peer?: (name: string) => SubgraphPeer): Promise<OpenPatients> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhen-patients-'));
  const logger = createLogger({ name: 'test', level: 'error' });
  const postgres = await startEmbeddedPostgres({ dataDir: folder, logger });
  const subgraphs = [directory, patients];
  const plan = {
    adminUrl: postgres.url,
    database: 'huizhen',
    subgraphs,
    passwordOf: (schema: string) => `pw-${schema}`,
  };
  await prepareDatabase(plan);
  const keys = await openKeyDirectory(join(folder, 'keys'), { issuers: [...speakers], environment: {} });
  const tokensOf = (issuer: string) => {
    const privateKey = keys.internalPrivateKeys.get(issuer);
    if (!privateKey) throw new Error(`There is no key of ${issuer}.`);
    return createInternalTokens({ issuer, privateKey, publicKeys: keys.internalPublicKeys });
  };
  const statements: string[] = [];
  const urlOf = (schema: string) => urlOfSchema(plan, schema);
  const host = await startHost({
    subgraphs,
    urlOf,
    keys,
    environment: { SECOND_FACTOR: 'optional' },
    logger,
    onStatement: (name, sql) => void (name === 'patients' && statements.push(sql)),
    ...(peer && { peer }),
  });
  const subgraph = host.subgraphs.get('patients');
  if (!subgraph) throw new Error('The patients did not start.');
  const own = { viewer: service('patients'), requestId: 'test', purpose: null };
  return {
    statements,
    async ask(viewer, query, variables = {}) {
      const token = await tokensOf(viewer?.service ?? 'gateway').mint({ viewer, purpose: null });
      const result = JSON.parse(
        JSON.stringify(await subgraph.execute({ query, variables, token, requestId: randomUUID() })),
      );
      const errors: Answered['errors'] = result.errors ?? [];
      return { data: result.data, errors, codes: errors.map(({ extensions }) => extensions['code']) };
    },
    sql: (query, values = []) =>
      withClient(urlOfDatabase(postgres.url, 'huizhen'), async (client) => (await client.query(query, values)).rows),
    asApp: (settings, query) =>
      withClient(urlOf('patients'), async (client) => {
        for (const [name, value] of Object.entries(settings))
          await client.query('SELECT set_config($1, $2, false)', [name, value]);
        return (await client.query(query)).rows;
      }),
    loadDemo: (now) => subgraph.as(own, async (context) => subgraph.definition.demo?.(context, now)),
    async close() {
      await host.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
