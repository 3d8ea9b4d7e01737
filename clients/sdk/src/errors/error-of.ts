/** From the errors of an answer to errors of this package. */
import { recordIn, textIn, type Json } from '../json.ts';
import { isErrorCode, type ErrorCode } from './error-code.ts';
import {
  AgreementRequired,
  BadUserInput,
  Conflict,
  ConsentRequired,
  CursorExpired,
  Forbidden,
  IllegalTransition,
  IncompleteRequest,
  Internal,
  NotFound,
  QueryTooComplex,
  RateLimited,
  Unauthenticated,
  UpstreamUnavailable,
  type Fault,
  type HuizhenError,
} from './huizhen-error.ts';

const classes: Readonly<Record<ErrorCode, new (fault: Fault) => HuizhenError>> = {
  UNAUTHENTICATED: Unauthenticated,
  FORBIDDEN: Forbidden,
  NOT_FOUND: NotFound,
  BAD_USER_INPUT: BadUserInput,
  CONFLICT: Conflict,
  ILLEGAL_TRANSITION: IllegalTransition,
  INCOMPLETE_REQUEST: IncompleteRequest,
  CONSENT_REQUIRED: ConsentRequired,
  AGREEMENT_REQUIRED: AgreementRequired,
  CURSOR_EXPIRED: CursorExpired,
  RATE_LIMITED: RateLimited,
  QUERY_TOO_COMPLEX: QueryTooComplex,
  UPSTREAM_UNAVAILABLE: UpstreamUnavailable,
  INTERNAL: Internal,
};

/** A code that this version does not know yet counts as a fault of the platform; `extensions` still has it. */
export function errorOf(told: Json, requestId: string | null): HuizhenError {
  const extensions = recordIn(told, 'extensions') ?? {};
  const { code } = extensions;
  const path = Array.isArray(told['path']) ? told['path'].filter(isPlace) : [];
  const message = textIn(told, 'message') ?? 'The platform refused without a word.';
  return new classes[isErrorCode(code) ? code : 'INTERNAL']({ message, path, extensions, requestId });
}

/** The first of them, which knows the others and what was answered beside them. */
export function together(problems: readonly HuizhenError[], data: unknown): HuizhenError | undefined {
  const [first] = problems;
  if (first !== undefined) Object.assign(first, { data: data ?? undefined, problems });
  return first;
}

function isPlace(part: unknown): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}
