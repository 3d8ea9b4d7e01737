/** EdDSA tokens (RFC 7519) of one kind: what is written into them, and everything that is checked before they are believed. */
import type { KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT, type JWTPayload, type JWTVerifyResult } from 'jose';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { TokenRefused } from './token-refused.ts';

export type TokenKind<Claims> = {
  /** `typ` of the header: a token of one kind is never taken for one of another (RFC 8725, 3.11). */
  type: string;
  audience: string;
  longestLifeSeconds: number;
  /** How far another machine's clock may be ahead; nothing is added to a token's end. */
  skewSeconds: number;
  claims: z.ZodType<Claims>;
};

export type Signing = { issuer: string; privateKey: KeyObject; lifetimeSeconds: number; now: () => Date };
export type SignedToken = { token: string; expiresAt: Date; lifetimeSeconds: number };
export type Verified<Claims> = { issuer: string; claims: Claims; expiresAt: Date };
export type Verifying = { publicKeys: ReadonlyMap<string, KeyObject>; now: () => Date };

const algorithm = 'EdDSA';
const longestToken = 8_192;

export async function signToken(
  kind: TokenKind<unknown>,
  { issuer, privateKey, lifetimeSeconds, now }: Signing,
  claims: JWTPayload,
): Promise<SignedToken> {
  const issuedAt = secondsOf(now());
  const expiresAt = issuedAt + lifetimeSeconds;
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: kind.type, kid: issuer })
    .setIssuer(issuer)
    .setAudience(kind.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(privateKey);
  return { token, expiresAt: new Date(expiresAt * 1000), lifetimeSeconds };
}

/** Remembers what it has verified until the token's end, and never beyond. */
export function tokenVerifier<Claims>(
  kind: TokenKind<Claims>,
  { publicKeys, now }: Verifying,
): (token: string) => Promise<Verified<Claims>> {
  const believed = new LRUCache<string, Verified<Claims>>({ max: 5_000 });
  return async (token) => {
    const known = believed.get(token);
    if (known && now() < known.expiresAt) return known;
    if (token.length > longestToken) throw new TokenRefused('it is too long');
    const result = await verifySignature(kind, { publicKeys, now }, token);
    const verified = readPayload(kind, result, now());
    believed.set(token, verified);
    return verified;
  };
}

async function verifySignature(
  { type, audience }: Pick<TokenKind<unknown>, 'type' | 'audience'>,
  { publicKeys, now }: Verifying,
  token: string,
): Promise<JWTVerifyResult> {
  const keyOf = (header: { kid?: string }): KeyObject => {
    const key = publicKeys.get(header.kid ?? '');
    if (key) return key;
    throw new TokenRefused('its issuer is unknown');
  };
  const rules = {
    algorithms: [algorithm],
    typ: type,
    audience,
    currentDate: now(),
    requiredClaims: ['iss', 'iat', 'exp'],
  };
  try {
    return await jwtVerify(token, keyOf, rules);
  } catch (error) {
    // jose's messages name the claim that failed and never quote its value.
    throw error instanceof TokenRefused
      ? error
      : new TokenRefused(error instanceof Error ? error.message : 'unreadable');
  }
}

function readPayload<Claims>(kind: TokenKind<Claims>, result: JWTVerifyResult, now: Date): Verified<Claims> {
  const { iss: issuer, iat = Infinity, exp = Infinity } = result.payload;
  // `kid` chose the key, so `iss` must be the owner of that key.
  if (issuer === undefined || issuer !== result.protectedHeader.kid)
    throw new TokenRefused('its issuer is another than its key’s');
  if (iat > secondsOf(now) + kind.skewSeconds) throw new TokenRefused('it was issued in the future');
  if (exp - iat > kind.longestLifeSeconds) throw new TokenRefused('it lives longer than its kind may');
  const claims = kind.claims.safeParse(result.payload);
  if (!claims.success) throw new TokenRefused('its claims are incomplete');
  return { issuer, claims: claims.data, expiresAt: new Date(exp * 1000) };
}

function secondsOf(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
