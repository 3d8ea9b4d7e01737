/** Why an app gets no token, in the words of RFC 6749 section 5.2. */
export type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable';

export class OAuthRefusal extends Error {
  readonly error: OAuthError;
  readonly retryAfterSeconds: number | null;

  constructor(error: OAuthError, description: string, retryAfterSeconds: number | null = null) {
    super(description);
    this.name = 'OAuthRefusal';
    this.error = error;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
