/** The expected errors that every subgraph shares; a subgraph adds its own beside its domain. */
import type { ErrorCode } from './error-code.ts';
import { ExpectedError } from './platform-error.ts';

/** One fault of an input: where it is, and how to mend it. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

export class Unauthenticated extends ExpectedError {
  readonly code: ErrorCode = 'UNAUTHENTICATED';
  constructor(message = 'Sign in first: send a valid access token as "Authorization: Bearer …".') {
    super(message);
  }
}

export class Forbidden extends ExpectedError {
  readonly code: ErrorCode = 'FORBIDDEN';
}

/** Carries every fault of the input at once. */
export class BadUserInput extends ExpectedError {
  readonly code: ErrorCode = 'BAD_USER_INPUT';
  constructor(fields: readonly FieldFault[]) {
    super(`Mend these fields and send the request again: ${pathsOf(fields)}.`, { fields });
  }
}

export class Conflict extends ExpectedError {
  readonly code: ErrorCode = 'CONFLICT';
}

export class ConsentRequired extends ExpectedError {
  readonly code: ErrorCode = 'CONSENT_REQUIRED';
  constructor(message = 'The patient has no consent in force for this purpose: record one with recordConsent first.') {
    super(message);
  }
}

export class AgreementRequired extends ExpectedError {
  readonly code: ErrorCode = 'AGREEMENT_REQUIRED';
  constructor(
    message = 'The two institutions have no agreement in force: choose another expert or renew the agreement.',
  ) {
    super(message);
  }
}

export class CursorExpired extends ExpectedError {
  readonly code: ErrorCode = 'CURSOR_EXPIRED';
  constructor() {
    super('The cursor is older than the events that are kept: read the list again and subscribe without "after".');
  }
}

export class RateLimited extends ExpectedError {
  readonly code: ErrorCode = 'RATE_LIMITED';
  constructor(retryAfterSeconds: number) {
    super(`Too many requests: try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
  }
}

export class UpstreamUnavailable extends ExpectedError {
  readonly code: ErrorCode = 'UPSTREAM_UNAVAILABLE';
  constructor(service: string) {
    super(`The ${service} service does not answer now: try again in a moment.`, { service });
  }
}

export function pathsOf(fields: readonly FieldFault[]): string {
  return fields.map((field) => field.path).join(', ');
}
