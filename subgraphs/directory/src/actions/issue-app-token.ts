/** A partner app proves itself by its secret and gets an access token: OAuth 2 client credentials, RFC 6749 section 4.4. */
import { createHash } from 'node:crypto';
import type { Scope } from '@huizhen/platform/access/scopes';
import { verifyPassword } from '@huizhen/platform/access/passwords';
import { LRUCache } from 'lru-cache';
import { viewerOfApp, type PartnerApp } from '../domain/partner-app.ts';
import { OAuthRefusal } from '../domain/oauth-refusal.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const FAILURES_ALLOWED = 10;
const LOCKED_SECONDS = 900;

export interface AppCredentials {
  readonly clientId: string;
  readonly secret: string;
  /** Null asks for all that the app has. */
  readonly scopes: readonly string[] | null;
}
export interface AppToken {
  readonly token: string;
  readonly lifetimeSeconds: number;
  readonly scopes: readonly Scope[];
}

/** @throws OAuthRefusal */
export function issueAppToken(context: DirectoryContext, credentials: AppCredentials): Promise<AppToken> {
  return context.asService(async (own) => {
    if (own.accessTokens === null) throw new Error('This process does not hold the key of access tokens.');
    const app = await provenApp(own, credentials);
    if (app.status === 'SUSPENDED') throw new OAuthRefusal('unauthorized_client', SUSPENDED);
    const scopes = grantedScopes(app, credentials.scopes);
    const { token, lifetimeSeconds } = await own.accessTokens.issue(viewerOfApp(app, scopes), own.ids.next());
    await own.transact((unit) => {
      unit.audit.record('partner-app.token', { id: app.id, patientId: null });
      return Promise.resolve();
    });
    return { token, lifetimeSeconds, scopes };
  });
}

const SUSPENDED = 'This app is suspended. Ask the administrator of the platform to let it in again.';
const NOT_RIGHT = 'client_id or client_secret is not right. Check them, or have a new secret made.';

async function provenApp(own: DirectoryContext, { clientId, secret }: AppCredentials): Promise<PartnerApp> {
  const app = await own.read(({ apps }) => apps.byId(clientId));
  if (app && wasRightLately(app, secret)) return app;
  const name = `partner-app ${clientId}`;
  const failures = await own.read(({ accounts }) => accounts.recentFailures(name));
  if (failures >= FAILURES_ALLOWED) throw new OAuthRefusal('temporarily_unavailable', LOCKED, LOCKED_SECONDS);
  // For an app that is not there it works as long and says no.
  const right = await verifyPassword(secret, app?.secretHash ?? null);
  if (app && right) {
    rightLately.set(digestOf(app, secret), true);
    return app;
  }
  await own.transact(({ accounts }) => accounts.noteFailure(name));
  throw new OAuthRefusal('invalid_client', NOT_RIGHT);
}

const LOCKED = 'Too many wrong secrets were sent for this client_id. Try again later.';

/**
 * Secrets that were found right, by digest: whoever knows only a client_id could otherwise keep the app itself out by guessing
 * wrong. The hash in the digest is another after a rotation, so an old secret is not found here.
 */
const rightLately = new LRUCache<string, true>({ max: 1_000, ttl: 3_600_000 });

function wasRightLately(app: PartnerApp, secret: string): boolean {
  return rightLately.has(digestOf(app, secret));
}

function digestOf({ id, secretHash }: PartnerApp, secret: string): string {
  return createHash('sha256').update(`${id}\0${secretHash}\0${secret}`).digest('base64url');
}

function grantedScopes({ scopes }: PartnerApp, asked: readonly string[] | null): readonly Scope[] {
  if (asked === null) return scopes;
  const unknown = asked.filter((scope) => !scopes.some((own) => own === scope));
  if (unknown.length === 0) return scopes.filter((own) => asked.includes(own));
  throw new OAuthRefusal('invalid_scope', `This app has the scopes ${scopes.join(' ')}. Ask for some of them.`);
}
