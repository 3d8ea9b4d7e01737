/** What a person who has signed in, or a partner app that has proved itself, presents to the gateway. */
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { signToken, tokenVerifier, type SignedToken, type TokenKind } from './signed-token.ts';
import { TokenRefused } from './token-refused.ts';
import { viewerSchema, type Viewer } from './viewer.ts';

export type SignedIn = { viewer: Viewer; sessionId: string; expiresAt: Date };

export type AccessTokens = {
  issue(viewer: Viewer, sessionId: string): Promise<SignedToken>;
  /** Says nothing about the session: whether it was ended is the issuer's to know. @throws TokenRefused */
  verify(token: string): Promise<SignedIn>;
};

export type AccessTokenOptions = {
  issuer: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  lifetimeSeconds?: number;
  now?: () => Date;
};

const claimsSchema = z.object({ sub: z.string(), sid: z.string().min(1), viewer: viewerSchema });

type Claims = z.infer<typeof claimsSchema>;

export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  const { issuer, privateKey, publicKey, lifetimeSeconds = 600, now = () => new Date() } = options;
  const kind: TokenKind<Claims> = {
    type: 'at+jwt',
    audience: 'huizhen',
    longestLifeSeconds: lifetimeSeconds,
    skewSeconds: 60,
    claims: claimsSchema,
  };
  const read = tokenVerifier(kind, { publicKeys: new Map([[issuer, publicKey]]), now });
  return {
    async issue(viewer, sessionId) {
      assertPerson(viewer);
      const claims = { sub: viewer.subject, sid: sessionId, viewer: viewerSchema.parse(viewer) };
      return signToken(kind, { issuer, privateKey, lifetimeSeconds, now }, claims);
    },
    async verify(token) {
      const { claims, expiresAt } = await read(token);
      assertPerson(claims.viewer);
      if (claims.sub !== claims.viewer.subject) throw new TokenRefused('its subject is not its viewer');
      return { viewer: claims.viewer, sessionId: claims.sid, expiresAt };
    },
  };
}

function assertPerson(viewer: Viewer): void {
  if (viewer.service !== null) throw new TokenRefused('a service does not sign in');
}
