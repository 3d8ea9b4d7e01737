/** What went wrong, as the pages speak of it: one of the graph's codes, or the line. Words for each stand in the shared words. */
import type { CombinedError } from '@urql/core';

const codes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'ILLEGAL_TRANSITION',
  'INCOMPLETE_REQUEST',
  'CONSENT_REQUIRED',
  'AGREEMENT_REQUIRED',
  'CURSOR_EXPIRED',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'UPSTREAM_UNAVAILABLE',
  'INTERNAL',
] as const;
export type ProblemCode = (typeof codes)[number] | 'OFFLINE';

export interface Problem {
  readonly code: ProblemCode;
  /** The server's own words: English, without patient data. */
  readonly message: string;
  /** Top-level fields of the answer that are missing because of it. */
  readonly missing: readonly string[];
  /** What the server said besides, such as who was first. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export function problemIn(error: CombinedError | undefined): Problem | null {
  if (!error) return null;
  const [first] = error.graphQLErrors;
  if (!first) return { code: 'OFFLINE', message: error.message, missing: [] };
  const missing = error.graphQLErrors.map(({ path }) => path?.join('.') ?? '').filter((path) => path !== '');
  return { code: codeOf(first.extensions?.['code']), message: first.message, missing, details: first.extensions };
}

function codeOf(told: unknown): ProblemCode {
  return codes.find((code) => code === told) ?? 'INTERNAL';
}
