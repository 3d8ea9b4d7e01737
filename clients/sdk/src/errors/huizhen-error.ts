/** What the platform refuses, one class per code, so that `instanceof` and `switch (error.code)` both work. */
import { numberIn, recordsIn, textIn, type Json } from '../json.ts';
import type { ErrorCode } from './error-code.ts';

/** One error of an answer, as it came. */
export interface Fault {
  readonly message: string;
  /** Where in the data something is missing. */
  readonly path: readonly (string | number)[];
  readonly extensions: Json;
  /** By which the platform's operators find it in their logs; null on a live connection. */
  readonly requestId: string | null;
}

/** One fault of an input: where it is, and how to mend it. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

export abstract class HuizhenError extends Error {
  abstract readonly code: ErrorCode;
  readonly path: readonly (string | number)[];
  readonly extensions: Json;
  readonly requestId: string | null;
  /** What was answered beside it, with null where something is missing; undefined when there is nothing. */
  data: unknown = undefined;
  /** All that went wrong with the operation, this one first. */
  problems: readonly HuizhenError[] = [this];

  constructor({ message, path, extensions, requestId }: Fault) {
    super(message);
    this.path = path;
    this.extensions = extensions;
    this.requestId = requestId;
  }
}

/** Nobody is signed in, or not any more. */
export class Unauthenticated extends HuizhenError {
  override readonly name = 'Unauthenticated';
  readonly code = 'UNAUTHENTICATED';
  /** Sign in again with the code of the authenticator too. */
  get oneTimeCodeNeeded(): boolean {
    return this.extensions['oneTimeCodeNeeded'] === true;
  }
}

export class Forbidden extends HuizhenError {
  override readonly name = 'Forbidden';
  readonly code = 'FORBIDDEN';
}

/** Not there, or not theirs to see: the platform does not tell which. */
export class NotFound extends HuizhenError {
  override readonly name = 'NotFound';
  readonly code = 'NOT_FOUND';
}

export class BadUserInput extends HuizhenError {
  override readonly name = 'BadUserInput';
  readonly code = 'BAD_USER_INPUT';
  /** Every fault at once. */
  get fields(): readonly FieldFault[] {
    return fieldsIn(this.extensions);
  }
}

/** Somebody was first, or an idempotency key was used with another input: read anew. */
export class Conflict extends HuizhenError {
  override readonly name = 'Conflict';
  readonly code = 'CONFLICT';
}

export class IllegalTransition extends HuizhenError {
  override readonly name = 'IllegalTransition';
  readonly code = 'ILLEGAL_TRANSITION';
}

export class IncompleteRequest extends HuizhenError {
  override readonly name = 'IncompleteRequest';
  readonly code = 'INCOMPLETE_REQUEST';
  /** What a request lacks before it can be submitted. */
  get fields(): readonly FieldFault[] {
    return fieldsIn(this.extensions);
  }
}

export class ConsentRequired extends HuizhenError {
  override readonly name = 'ConsentRequired';
  readonly code = 'CONSENT_REQUIRED';
}

export class AgreementRequired extends HuizhenError {
  override readonly name = 'AgreementRequired';
  readonly code = 'AGREEMENT_REQUIRED';
}

/** The platform keeps the events after this cursor no more: read the list anew, and watch from there. */
export class CursorExpired extends HuizhenError {
  override readonly name = 'CursorExpired';
  readonly code = 'CURSOR_EXPIRED';
}

export class RateLimited extends HuizhenError {
  override readonly name = 'RateLimited';
  readonly code = 'RATE_LIMITED';
  /** In seconds; null when the platform does not say. */
  get retryAfter(): number | null {
    return numberIn(this.extensions, 'retryAfterSeconds') ?? null;
  }
}

export class QueryTooComplex extends HuizhenError {
  override readonly name = 'QueryTooComplex';
  readonly code = 'QUERY_TOO_COMPLEX';
}

/** A part of the platform does not answer; the rest of the answer is in `data`. */
export class UpstreamUnavailable extends HuizhenError {
  override readonly name = 'UpstreamUnavailable';
  readonly code = 'UPSTREAM_UNAVAILABLE';
  /** Which part. */
  get service(): string | null {
    return textIn(this.extensions, 'service') ?? null;
  }
}

/** A fault of the platform; its operators want the request id. */
export class Internal extends HuizhenError {
  override readonly name = 'Internal';
  readonly code = 'INTERNAL';
}

function fieldsIn(extensions: Json): readonly FieldFault[] {
  return recordsIn(extensions, 'fields').map((field) => ({
    path: textIn(field, 'path') ?? '',
    message: textIn(field, 'message') ?? '',
  }));
}
