/** A token that is not believed. The message names the rule it broke and never quotes it. */
import type { ErrorCode } from '../errors/error-code.ts';
import { ExpectedError } from '../errors/platform-error.ts';

export class TokenRefused extends ExpectedError {
  readonly code: ErrorCode = 'UNAUTHENTICATED';

  constructor(reason: string) {
    super(`The token is refused: ${reason}. Sign in again, or have a fresh one minted.`);
  }
}
