/** A directory on a PostgreSQL of its own, a clock that a test can move, and people who ask. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { openKeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { createDatabaseFrom } from '@huizhen/platform/database/template';
import { startHost } from '@huizhen/platform/subgraph/subgraph-host';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { demoId } from '@huizhen/schema/demo-ids';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { directory } from '../src/index.ts';

const logger = createLogger({ name: 'directory-test', level: 'error' });
const noon = new Date('2026-05-06T04:00:00Z').getTime();

/** Somebody whom the gateway has recognised. */
export function person(role: Role | null, subject = demoId('account', 50)): Viewer {
  return { ...serviceViewer('x'), subject, displayName: '', roles: role === null ? [] : [role], service: null };
}

interface Plan {
  readonly demo?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function databaseServer() {
  const folder = await mkdtemp(join(tmpdir(), 'huizhen-directory-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), logger });
  const planOf = (database: string) => ({
    adminUrl: server.url,
    database,
    subgraphs: [directory],
    passwordOf: (schema: string) => `of-${schema}`,
  });
  await prepareDatabase(planOf('template'));
  const keys = await openKeyDirectory(join(folder, 'keys'), { issuers: ['gateway', 'directory'], environment: {} });
  let databases = 0;

  /** A directory with a database of its own. */
  async function open({ demo = true, environment = { SECOND_FACTOR: 'optional' } }: Plan = {}) {
    const plan = planOf(`directory_${(databases += 1)}`);
    await createDatabaseFrom(server.url, 'template', plan.database);
    const clock = { at: noon };
    const host = await startHost({
      subgraphs: [directory],
      urlOf: (schema) => urlOfSchema(plan, schema),
      keys,
      environment,
      logger,
      clock: { now: () => new Date(clock.at) },
    });
    const running = host.subgraphs.get('directory');
    const privateKey = keys.internalPrivateKeys.get('gateway');
    if (!running || !privateKey) throw new Error('the directory does not run');
    const tokens = createInternalTokens({ issuer: 'gateway', privateKey, publicKeys: keys.internalPublicKeys });
    const accessTokens = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys });
    const itself = { viewer: serviceViewer('directory'), requestId: 'demo', purpose: null };
    const layDemo = () => running.as(itself, async (context) => directory.demo?.(context, new Date(noon)));
    if (demo) await layDemo();
    return {
      clock,
      layDemo,
      appUrl: urlOfSchema(plan, 'directory'),
      holdsRealAccounts: () => running.as(itself, async (context) => directory.holdsRealAccounts?.(context)),
      async ask(viewer: Viewer | null, query: string, variables: Record<string, unknown> = {}) {
        const token = await tokens.mint({ viewer, purpose: null });
        return running.execute({ query, variables, token, requestId: 'test' });
      },
      /** Whom the gateway sees behind an access token. */
      viewerOf: async (accessToken: string) => (await accessTokens.verify(accessToken)).viewer,
      stop: () => host.stop(),
    };
  }

  return {
    open,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type OpenDirectory = Awaited<ReturnType<Awaited<ReturnType<typeof databaseServer>>['open']>>;

const session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  stepsToDo: z.array(z.string()),
  viewer: z.object({ id: z.string(), roles: z.array(z.string()) }),
});
const SESSION = '{ accessToken refreshToken stepsToDo viewer { id roles } }';

/** A session, or the errors' first code. */
export async function signIn(at: OpenDirectory, username: string, password = 'huizhen-demo', oneTimeCode?: string) {
  const query = `mutation($input: SignInInput!) { session: signIn(input: $input) ${SESSION} }`;
  return sessionOf(await at.ask(null, query, { input: { username, password, oneTimeCode } }));
}

export async function refresh(at: OpenDirectory, refreshToken: string) {
  const query = `mutation($refreshToken: String!) { session: refreshSession(refreshToken: $refreshToken) ${SESSION} }`;
  return sessionOf(await at.ask(null, query, { refreshToken }));
}

function sessionOf({ data, errors }: Awaited<ReturnType<OpenDirectory['ask']>>) {
  const error = errors?.[0];
  if (error) return { code: error.extensions['code'], message: error.message, extensions: error.extensions };
  return z.object({ session }).parse(data).session;
}

/** Narrows to a session. */
export function opened(answer: Awaited<ReturnType<typeof signIn>>): z.infer<typeof session> {
  if ('code' in answer) throw new Error(`not signed in: ${answer.message}`);
  return answer;
}

/** What the authenticator shows at a moment. */
export function codeAt(secret: string, moment: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment });
}
