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
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { startHost } from '@huizhen/platform/subgraph/subgraph-host';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { directory } from '../../directory/src/index.ts';
import { patients } from '../src/index.ts';

export const clinic = randomUUID();
export const otherClinic = randomUUID();

const speakers = ['gateway', 'directory', 'patients', 'experts', 'consultations', 'billing'];

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

interface Answered {
  readonly data: Record<string, unknown>;
  readonly codes: readonly unknown[];
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[];
}

export interface OpenPatients {
  /** A GraphQL operation as this person, to this subgraph or another. */
  ask(viewer: Viewer | null, query: string, variables?: Record<string, unknown>, of?: string): Promise<Answered>;
  /** SQL as the superuser, past every policy. */
  sql(query: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** SQL as the subgraph's own role, with nothing set but `settings`. */
  asApp(settings: Record<string, string>, query: string): Promise<Record<string, unknown>[]>;
  readonly statements: string[];
  loadDemo(now: Date, of?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface Beside {
  /** Other subgraphs in the same process. */
  readonly subgraphs?: readonly Subgraph[];
  /** Answers for a subgraph that is not there. */
  readonly peer?: (name: string) => SubgraphPeer;
}

export async function openPatients({ subgraphs: others = [], peer }: Beside = {}): Promise<OpenPatients> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhen-patients-'));
  const logger = createLogger({ name: 'test', level: 'error' });
  const postgres = await startEmbeddedPostgres({ dataDir: folder, logger });
  const subgraphs = [directory, patients, ...others];
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
  const running = (name: string) => {
    const subgraph = host.subgraphs.get(name);
    if (!subgraph) throw new Error(`The subgraph ${name} did not start.`);
    return subgraph;
  };
  const addDemo = async (name: string, now: Date) => {
    const own = { viewer: service(name), requestId: 'test', purpose: null };
    await running(name).as(own, async (context) => running(name).definition.demo?.(context, now));
  };
  return {
    statements,
    async ask(viewer, query, variables = {}, of = 'patients') {
      const token = await tokensOf(viewer?.service ?? 'gateway').mint({ viewer, purpose: null });
      const result = JSON.parse(
        JSON.stringify(await running(of).execute({ query, variables, token, requestId: randomUUID() })),
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
    async loadDemo(now, of = ['patients']) {
      for (const name of of) await addDemo(name, now);
    },
    async close() {
      await host.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
