/** Somebody as an OpenID Connect issuer knows them: `sub` is unique only together with `iss` (OpenID Connect Core, 2). */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** One text for the column; an issuer is an address and holds no bar. */
export function oidcIdentityOf({ issuer, subject }: OidcIdentity): string {
  return `${issuer.replaceAll('|', '%7C')}|${subject}`;
}
