/** Verifies the tokens of an OpenID Connect issuer, by its discovery document and its published keys. */
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { OidcUnavailable } from './oidc-unavailable.ts';
import { TokenRefused } from './token-refused.ts';

export type OidcOptions = {
  /** Exactly as the issuer writes it in `iss`. */
  issuer: string;
  /** This platform's client or resource id there. */
  audience: string;
  /** For each request to the issuer. */
  deadlineMilliseconds?: number;
  now?: () => Date;
};

export type OidcIdentity = { issuer: string; subject: string; expiresAt: Date; claims: JWTPayload };
export type Oidc = { verify(token: string): Promise<OidcIdentity> };

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
// Symmetric algorithms would let whoever knows a client secret sign for everybody.
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const types = ['jwt', 'at+jwt', 'application/at+jwt'];
const skewSeconds = 5;

export function createOidc({
  issuer,
  audience,
  deadlineMilliseconds = 3_000,
  now = () => new Date(),
}: OidcOptions): Oidc {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  const findKeys = (): Promise<JWTVerifyGetKey> => {
    // A failed discovery is not remembered, so that the next token tries again.
    keys ??= discoverKeys(issuer, deadlineMilliseconds).catch((error: unknown) => {
      keys = null;
      throw error;
    });
    return keys;
  };
  return {
    async verify(token) {
      const rules = { issuer, audience, algorithms, currentDate: now(), clockTolerance: skewSeconds };
      return verifyWith(await findKeys(), token, { ...rules, requiredClaims: ['sub', 'exp', 'iat'] });
    },
  };
}

async function verifyWith(
  keys: JWTVerifyGetKey,
  token: string,
  rules: NonNullable<Parameters<typeof jwtVerify>[2]> & { issuer: string },
): Promise<OidcIdentity> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, rules).catch(refuse);
  if (!types.includes((protectedHeader.typ ?? 'jwt').toLowerCase())) throw new TokenRefused('it is of another type');
  const { sub, exp } = payload;
  if (!sub || exp === undefined) throw new TokenRefused('it names no subject or no end');
  return { issuer: rules.issuer, subject: sub, expiresAt: new Date(exp * 1000), claims: payload };
}

const unavailable = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function refuse(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error ? error.message : 'unreadable';
  // Anything without a code of jose comes from the network below it.
  if (!code.startsWith('ERR_J') || unavailable.has(code))
    throw new OidcUnavailable(`the keys of its issuer can't be read (${reason}).`);
  throw new TokenRefused(reason);
}

async function discoverKeys(issuer: string, deadlineMilliseconds: number): Promise<JWTVerifyGetKey> {
  const address = secureUrl(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const document = discoverySchema.safeParse(await fetchJson(address, deadlineMilliseconds));
  if (!document.success) throw new OidcUnavailable(`${address.href} holds no discovery document.`);
  if (document.data.issuer !== issuer)
    throw new OidcUnavailable(
      `${address.href} names another issuer; set the issuer exactly as the document writes it.`,
    );
  return createRemoteJWKSet(secureUrl(document.data.jwks_uri), { timeoutDuration: deadlineMilliseconds });
}

async function fetchJson(address: URL, deadlineMilliseconds: number): Promise<unknown> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(deadlineMilliseconds) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new OidcUnavailable(`${address.href} can't be read (${reason}); check that the issuer is reachable.`);
  }
}

/** Keys fetched in the clear are anybody's keys; the loopback stays for development. */
function secureUrl(text: string): URL {
  const url = new URL(text);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && local)) return url;
  throw new OidcUnavailable(`${url.href} must use https.`);
}
