/** Finds out who is calling: by our own access tokens, or by those of the OpenID Connect issuer that was set. */
import type { AccessTokens } from '@huizhen/platform/access/access-token';
import type { Oidc } from '@huizhen/platform/access/oidc';
import { TokenRefused } from '@huizhen/platform/access/token-refused';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { Unauthenticated } from '@huizhen/platform/errors/expected-errors';
import { decodeJwt } from 'jose';

export interface SignedInCaller {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
}

/** The viewer of an identity at the OIDC issuer, or null when no account is linked to it. */
export type FindViewer = (issuer: string, subject: string) => Promise<Viewer | null>;

export interface Authenticator {
  /** Null when nobody claims to be signed in. @throws Unauthenticated when the claim does not hold. */
  authenticate(authorization: string | null | undefined): Promise<SignedInCaller | null>;
}

interface Options {
  readonly accessTokens: AccessTokens;
  readonly oidc: { readonly issuer: string; readonly verifier: Oidc; readonly findViewer: FindViewer } | null;
}

export function createAuthenticator({ accessTokens, oidc }: Options): Authenticator {
  async function byOidc(token: string): Promise<SignedInCaller> {
    if (oidc === null) throw new Unauthenticated();
    const { issuer, subject, expiresAt } = await oidc.verifier.verify(token);
    const viewer = await oidc.findViewer(issuer, subject);
    if (viewer === null)
      throw new Unauthenticated('No account is linked to this identity. Ask your administrator to link it.');
    return { viewer, expiresAt };
  }
  return {
    async authenticate(authorization) {
      if (!authorization) return null;
      const token = authorization.match(/^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i)?.[1];
      if (token === undefined) throw new Unauthenticated();
      try {
        return oidc !== null && issuerOf(token) === oidc.issuer
          ? await byOidc(token)
          : await accessTokens.verify(token);
      } catch (error) {
        if (error instanceof TokenRefused)
          throw new Unauthenticated('Your access token is not valid any more. Refresh it or sign in again.');
        throw error;
      }
    },
  };
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
