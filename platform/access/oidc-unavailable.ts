/** An OpenID Connect issuer that does not answer, or not as Discovery 1.0 has it: our trouble, and not the token's. */
import type { ErrorCode } from '../errors/error-code.ts';
import { ExpectedError } from '../errors/platform-error.ts';

export class OidcUnavailable extends ExpectedError {
  readonly code: ErrorCode = 'UPSTREAM_UNAVAILABLE';

  constructor(what: string) {
    super(`The sign-in service can't be used: ${what}`);
  }
}
