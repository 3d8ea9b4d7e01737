/** Carries the caller's identity from the gateway, or from a service acting on its own, to the subgraphs. */
import type { KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { signToken, tokenVerifier, type TokenKind } from './signed-token.ts';
import { TokenRefused } from './token-refused.ts';
import { identitySchema, type Identity } from './viewer.ts';

export type InternalTokens = {
  /** One token serves equal identities for up to 20 s, so the request id is not in it. */
  mint(identity: Identity): Promise<string>;
  /** @throws TokenRefused */
  verify(token: string): Promise<Identity>;
};

export type InternalTokenOptions = {
  issuer: string;
  privateKey: KeyObject;
  publicKeys: ReadonlyMap<string, KeyObject>;
  now?: () => Date;
};

const kind: TokenKind<Identity> = {
  type: 'huizhen-internal+jwt',
  audience: 'huizhen-subgraphs',
  longestLifeSeconds: 60,
  skewSeconds: 5,
  claims: identitySchema,
};

const reuseMilliseconds = 20_000;

export function createInternalTokens(options: InternalTokenOptions): InternalTokens {
  const { issuer, privateKey, publicKeys, now = () => new Date() } = options;
  const minted = new LRUCache<string, { token: string; reusableUntil: number }>({ max: 5_000 });
  const read = tokenVerifier(kind, { publicKeys, now });
  const signing = { issuer, privateKey, lifetimeSeconds: kind.longestLifeSeconds, now };
  return {
    async mint(identity) {
      assertMaySpeakFor(issuer, identity);
      const claims = claimsOf(identity);
      const who = JSON.stringify(claims);
      const startedAt = now().getTime();
      const known = minted.get(who);
      if (known && startedAt < known.reusableUntil) return known.token;
      const { token } = await signToken(kind, signing, claims);
      minted.set(who, { token, reusableUntil: startedAt + reuseMilliseconds });
      return token;
    },
    async verify(token) {
      const verified = await read(token);
      assertMaySpeakFor(verified.issuer, verified.claims);
      return verified.claims;
    },
  };
}

/** The gateway speaks for people and for nobody; a service only for itself. */
function assertMaySpeakFor(issuer: string, { viewer }: Identity): void {
  const itself = issuer === 'gateway' ? null : issuer;
  if ((viewer?.service ?? null) !== itself) throw new TokenRefused(`${issuer} may not speak for this viewer`);
}

/** In one order of fields, so that equal identities are written alike. */
function claimsOf({ viewer, purpose }: Identity): Identity {
  return identitySchema.parse({ viewer, purpose });
}
