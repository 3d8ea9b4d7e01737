/** The errors that leave the platform: a code of the contract, a message that helps, and nothing of the inside. */
import { errorCodes } from '@huizhen/platform/errors/error-code';
import { ExpectedError } from '@huizhen/platform/errors/platform-error';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';

export const contractCode = z.object({ code: z.enum(errorCodes) });

/** Codes of Apollo Server for requests that are at fault themselves. */
const requestFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Apollo Server gives every fault of a document one code; what our own rules say of it stays beneath. */
const ruledOut = z.object({ originalError: z.object({ extensions: contractCode }) });

const INSIDE = new Set(['serviceName', 'stacktrace', 'http', 'exception']);

/** @param thrown what it was formatted from */
export function clientError(error: GraphQLFormattedError, thrown?: unknown): GraphQLFormattedError {
  const extensions = Object.fromEntries(Object.entries(error.extensions ?? {}).filter(([key]) => !INSIDE.has(key)));
  const place = { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
  const { code } = extensions;
  if (contractCode.safeParse(extensions).success) return { message: error.message, ...place, extensions };
  const rule = ruledOut.safeParse(thrown);
  if (rule.success) return { message: error.message, ...place, extensions: rule.data.originalError.extensions };
  if (typeof code === 'string' && requestFaults.has(code)) {
    const fields = [{ path: 'query', message: error.message }];
    return { message: error.message, ...place, extensions: { code: 'BAD_USER_INPUT', fields } };
  }
  return {
    message: 'Something went wrong on our side. Try again in a moment.',
    ...place,
    extensions: { code: 'INTERNAL' },
  };
}

export function formattedOf(error: unknown): GraphQLFormattedError {
  if (error instanceof ExpectedError)
    return { message: error.message, extensions: { ...error.extensions, code: error.code } };
  return { message: '', extensions: { code: 'INTERNAL' } };
}
