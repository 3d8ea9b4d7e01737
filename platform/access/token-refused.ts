/** A token that is not believed. The message is for logs; a client learns only that it is not signed in. */
export class TokenRefused extends Error {
  readonly code = 'UNAUTHENTICATED';

  constructor(reason: string) {
    super(`The token is refused: ${reason}. Sign in again, or have a fresh one minted.`);
    this.name = 'TokenRefused';
  }
}
