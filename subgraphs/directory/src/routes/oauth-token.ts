/** POST /oauth/token: access tokens for partner apps, as OAuth 2 clients ask for them (RFC 6749 sections 2.3.1, 4.4 and 5). */
import { readCapped, BodyTooLarge } from '@huizhen/platform/http/read-capped';
import type { Route } from '@huizhen/platform/subgraph/define-subgraph';
import { issueAppToken, type AppCredentials } from '../actions/issue-app-token.ts';
import { OAuthRefusal } from '../domain/oauth-refusal.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const BODY_BYTES = 8 * 1024;
const LONGEST = 256;

export const oauthToken: Route<DirectoryContext> = {
  method: 'POST',
  path: '/oauth/token',
  async handle(context, request) {
    try {
      const { token, lifetimeSeconds, scopes } = await issueAppToken(context, await credentialsOf(request));
      const scope = scopes.join(' ');
      return answer(200, { access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds, scope });
    } catch (error) {
      if (error instanceof OAuthRefusal) return refusal(error);
      throw error;
    }
  },
};

async function credentialsOf(request: Request): Promise<AppCredentials> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    throw new OAuthRefusal('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  const form = await formOf(request);
  const grant = only(form, 'grant_type');
  if (grant === null) throw new OAuthRefusal('invalid_request', 'Send grant_type=client_credentials.');
  if (grant !== 'client_credentials')
    throw new OAuthRefusal('unsupported_grant_type', 'The only grant_type here is client_credentials.');
  const scope = only(form, 'scope');
  return { ...clientOf(request, form), scopes: scope === null ? null : scope.split(' ').filter((one) => one !== '') };
}

async function formOf(request: Request): Promise<URLSearchParams> {
  try {
    return new URLSearchParams(await readCapped(request.body, BODY_BYTES));
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new OAuthRefusal('invalid_request', error.message);
    throw error;
  }
}

/** By HTTP Basic or in the body, never by both. */
function clientOf(request: Request, form: URLSearchParams): Pick<AppCredentials, 'clientId' | 'secret'> {
  const header = request.headers.get('authorization');
  const [idInBody, secretInBody] = [only(form, 'client_id'), only(form, 'client_secret')];
  if (header !== null && secretInBody !== null)
    throw new OAuthRefusal('invalid_request', 'Send the secret by HTTP Basic or in the body, not both.');
  const [clientId, secret] = header === null ? [idInBody, secretInBody] : basicOf(header);
  if (!clientId || !secret || clientId.length > LONGEST || secret.length > LONGEST)
    throw new OAuthRefusal('invalid_client', 'Send client_id and client_secret by HTTP Basic or in the body.');
  if (idInBody !== null && idInBody !== clientId)
    throw new OAuthRefusal('invalid_request', 'client_id is another in the body than in the header.');
  return { clientId, secret };
}

/** Both parts are form-encoded before they are joined. */
function basicOf(header: string): readonly (string | undefined)[] {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1] ?? '';
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return [id, secret].map((part) => (part === undefined ? part : decoded(part)));
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function only(form: URLSearchParams, name: string): string | null {
  const values = form.getAll(name);
  if (values.length > 1) throw new OAuthRefusal('invalid_request', `${name} comes more than once.`);
  return values[0] || null;
}

const statusOf: Readonly<Partial<Record<OAuthRefusal['error'], number>>> = {
  invalid_client: 401,
  temporarily_unavailable: 429,
};

function refusal({ error, message, retryAfterSeconds }: OAuthRefusal): Response {
  const body = { error, error_description: message };
  return answer(statusOf[error] ?? 400, body, {
    ...(error === 'invalid_client' && { 'www-authenticate': 'Basic realm="huizhen"' }),
    ...(retryAfterSeconds !== null && { 'retry-after': String(retryAfterSeconds) }),
  });
}

/** RFC 6749 section 5.1: nobody on the way keeps it. */
function answer(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', pragma: 'no-cache', ...headers } });
}
