/** What gives and ends a session: signing in, refreshing before the access token expires, and signing out. */
import type { ServerClock } from './server-clock.ts';
import { type Session, answerShape, sessionShape } from './session.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly oneTimeCode?: string;
}

export interface SessionDesk {
  readonly path: string;
  readonly clock: ServerClock;
}

/** The gateway answered and said no, with its code; anything else that goes wrong is the line. */
export class SessionRefused extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.name = 'SessionRefused';
    this.code = code;
  }
}

const fields = '{ accessToken refreshToken expiresAt viewer { id displayName roles institution { name } } }';

export async function signIn(desk: SessionDesk, input: Credentials): Promise<Session> {
  const query = `mutation SignIn($input: SignInInput!) { session: signIn(input: $input) ${fields} }`;
  return sessionShape.parse(await ask(desk, query, { input }));
}

export async function refresh(desk: SessionDesk, refreshToken: string): Promise<Session> {
  const query = `mutation RefreshSession($refreshToken: String!) { session: refreshSession(refreshToken: $refreshToken) ${fields} }`;
  return sessionShape.parse(await ask(desk, query, { refreshToken }));
}

export async function signOut(desk: SessionDesk, refreshToken: string): Promise<void> {
  await ask(desk, 'mutation SignOut($refreshToken: String!) { session: signOut(refreshToken: $refreshToken) }', {
    refreshToken,
  });
}

async function ask({ path, clock }: SessionDesk, query: string, variables: object): Promise<unknown> {
  const sentAt = Date.now();
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  clock.learn(response, sentAt);
  const { data, errors } = answerShape.parse(await response.json());
  if (data?.['session']) return data['session'];
  const [first] = errors ?? [];
  const code = first?.extensions?.code ?? 'INTERNAL';
  // A platform that is just starting, or in trouble, has not refused anybody.
  if (code === 'INTERNAL' || code === 'UPSTREAM_UNAVAILABLE')
    throw new Error(first?.message ?? `HTTP ${response.status}`);
  throw new SessionRefused(first?.message ?? `HTTP ${response.status}`, code);
}
