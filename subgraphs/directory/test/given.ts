/** A directory on a PostgreSQL of its own, a clock that a test can move, and people who ask. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { demoId } from '@huizhen/schema/demo-ids';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { openGround } from '../../../tests/harness/subgraph-ground.ts';
import { directory } from '../src/index.ts';

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
  const ground = await openGround([directory]);
  const accessTokens = createAccessTokens({ issuer: 'huizhen', ...ground.keys.accessTokenKeys });
  let databases = 0;

  /** A directory with a database of its own. */
  async function open({ demo = true, environment = { SECOND_FACTOR: 'optional' } }: Plan = {}) {
    const database = `directory_${(databases += 1)}`;
    await ground.copyDatabase(database);
    const clock = { at: noon };
    const running = await ground.start({ database, environment, clock: { now: () => new Date(clock.at) } });
    const layDemo = () => running.loadDemo(['directory'], new Date(noon));
    if (demo) await layDemo();
    return {
      clock,
      layDemo,
      appUrl: ground.appUrl('directory', database),
      holdsRealAccounts: () => running.asItself('directory', async (context) => directory.holdsRealAccounts?.(context)),
      ask: (viewer: Viewer | null, query: string, variables: Record<string, unknown> = {}) =>
        running.ask('directory', viewer, { query, variables }),
      /** A request as the gateway passes it on. */
      send: async (request: Request): Promise<Response> => {
        const answer = await running.route('directory', request);
        return answer ?? new Response(null, { status: 404 });
      },
      /** Whom the gateway sees behind an access token. */
      viewerOf: async (accessToken: string) => (await accessTokens.verify(accessToken)).viewer,
      stop: () => running.stop(),
    };
  }

  return { open, stop: () => ground.stop() };
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

export async function refresh(at: OpenDirectory, refreshToken: string, attempt?: string) {
  const query = `mutation($refreshToken: String!, $attempt: String) {
    session: refreshSession(refreshToken: $refreshToken, attempt: $attempt) ${SESSION} }`;
  return sessionOf(await at.ask(null, query, { refreshToken, attempt }));
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
