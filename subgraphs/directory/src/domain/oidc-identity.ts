/** Somebody as an OpenID Connect issuer knows them: `sub` is unique only together with `iss` (OpenID Connect Core, 2). */
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';

export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** `sub` has at most 255 ASCII characters (OpenID Connect Core, 2); an issuer is an https address. */
export function faultsOfIdentity({ issuer, subject }: OidcIdentity, path: string): FieldFault[] {
  const checks: readonly (readonly [boolean, string, string])[] = [
    [!/^[\x21-\x7E]{1,500}$/.test(issuer), 'issuer', 'is the issuer’s address, in at most 500 ASCII characters'],
    [!/^[\x20-\x7E]{1,255}$/.test(subject), 'subject', 'takes 1 to 255 ASCII characters'],
  ];
  return checks.flatMap(([wrong, field, message]) => (wrong ? [{ path: `${path}.${field}`, message }] : []));
}

/** One text for the column; an issuer is an address and holds no bar. */
export function oidcIdentityOf({ issuer, subject }: OidcIdentity): string {
  return `${issuer.replaceAll('|', '%7C')}|${subject}`;
}
