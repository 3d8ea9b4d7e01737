/** What went wrong, as the pages speak of it: one of the graph's codes, or the line. Words for each stand in the shared words. */
import { type ErrorCode, type FieldFault, errorCodes } from '@huizhen/sdk';
import type { CombinedError } from '@urql/core';

export type ProblemCode = ErrorCode | 'OFFLINE';

export interface Problem {
  readonly code: ProblemCode;
  /** The server's own words: English, without patient data. */
  readonly message: string;
  /** Top-level fields of the answer that are missing because of it. */
  readonly missing: readonly string[];
  /** Which fields of the input are at fault, where the server says so. */
  readonly fields?: readonly FieldFault[];
  /** What the server said besides, such as who was first. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export function problemIn(error: CombinedError | undefined): Problem | null {
  if (!error) return null;
  const [first] = error.graphQLErrors;
  if (!first) return { code: 'OFFLINE', message: error.message, missing: [] };
  const missing = error.graphQLErrors.map(({ path }) => path?.join('.') ?? '').filter((path) => path !== '');
  const details = first.extensions;
  return {
    code: codeOf(details?.['code']),
    message: first.message,
    missing,
    details,
    fields: faultsIn(details?.['fields']),
  };
}

function faultsIn(told: unknown): readonly FieldFault[] {
  return Array.isArray(told) ? told.filter(isFault) : [];
}

function isFault(told: unknown): told is FieldFault {
  return typeof told === 'object' && told !== null && 'path' in told && typeof told.path === 'string';
}

function codeOf(told: unknown): ProblemCode {
  return errorCodes.find((code) => code === told) ?? 'INTERNAL';
}
