/** The two mutations that give a session: signing in, and refreshing before the access token expires. */
import { type Session, answerShape } from './session.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly oneTimeCode?: string;
}

/** The gateway answered and said no; anything else that goes wrong is the line. */
export class SessionRefused extends Error {}

const fields = '{ accessToken refreshToken expiresAt viewer { id displayName roles } }';

export async function signIn(path: string, input: Credentials): Promise<Session> {
  return ask(path, {
    query: `mutation SignIn($input: SignInInput!) { session: signIn(input: $input) ${fields} }`,
    variables: { input },
  });
}

export async function refresh(path: string, refreshToken: string): Promise<Session> {
  const query = `mutation RefreshSession($refreshToken: String!) { session: refreshSession(refreshToken: $refreshToken) ${fields} }`;
  return ask(path, { query, variables: { refreshToken } });
}

async function ask(path: string, request: { query: string; variables: object }): Promise<Session> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
  };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(request) });
  const { data, errors } = answerShape.parse(await response.json());
  const session = data?.session;
  if (!session) throw new SessionRefused(errors?.map(({ message }) => message).join(' ') ?? `HTTP ${response.status}`);
  return { ...session, expiresAt: onOurClock(session.expiresAt, response.headers.get('date')) };
}

/** The server's clock counts: a device that is an hour off would otherwise think every token expired, or none. */
function onOurClock(expiresAt: string, serverNow: string | null): string {
  if (serverNow === null) return expiresAt;
  return new Date(Date.now() + Date.parse(expiresAt) - Date.parse(serverNow)).toISOString();
}
