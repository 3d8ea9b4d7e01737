/** The HTTP status of each error code, for routes that are not GraphQL. */
import type { ErrorCode } from '../errors/error-code.ts';

export const statusOfCode: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  ILLEGAL_TRANSITION: 409,
  INCOMPLETE_REQUEST: 422,
  CONSENT_REQUIRED: 403,
  AGREEMENT_REQUIRED: 403,
  CURSOR_EXPIRED: 410,
  RATE_LIMITED: 429,
  QUERY_TOO_COMPLEX: 400,
  UPSTREAM_UNAVAILABLE: 503,
  INTERNAL: 500,
};
