/** What leaves a subgraph as an error: expected ones with their code, everything else as INTERNAL without a word of what it was. */
import { GraphQLError } from 'graphql';
import { errorCodes } from '../errors/error-code.ts';
import { BadUserInput, type FieldFault } from '../errors/expected-errors.ts';
import { ExpectedError } from '../errors/platform-error.ts';
import type { Logger } from '../telemetry/logger.ts';

export function maskErrors(
  errors: readonly GraphQLError[] | undefined,
  logger: Logger,
  requestId: string,
): GraphQLError[] | undefined {
  return errors?.map((error) => maskError(error, logger, requestId));
}

function maskError(error: GraphQLError, logger: Logger, requestId: string): GraphQLError {
  const { path, nodes, originalError } = error;
  const place = { ...(path && { path }), ...(nodes && { nodes }) };
  if (originalError instanceof ExpectedError) {
    const extensions = { ...originalError.extensions, code: originalError.code };
    return new GraphQLError(originalError.message, { ...place, extensions });
  }
  // Without an original error it is graphql's own: a syntax or validation fault, or a bad variable.
  if (!originalError) return new GraphQLError(error.message, { ...place, extensions: faultsOf(error) });
  logger.error(
    { err: { type: originalError.name, stack: originalError.stack }, requestId, path },
    'an operation failed unexpectedly',
  );
  const message = `Something went wrong on our side. Tell support the request id ${requestId}.`;
  return new GraphQLError(message, { ...place, extensions: { code: 'INTERNAL' } });
}

/** Our own rules' errors have a code already. */
function faultsOf({ message, extensions }: GraphQLError): Readonly<Record<string, unknown>> {
  const { code } = extensions;
  if (errorCodes.some((known) => known === code)) return extensions;
  return { code: 'BAD_USER_INPUT', fields: [{ path: 'query', message }] };
}

/**
 * Errors of the request itself, before anything was done: a scalar that refuses a value stands behind them as their
 * original error, and is yet the asker's fault and not ours.
 */
export function requestErrors(errors: readonly GraphQLError[]): GraphQLError[] {
  return errors.map(
    ({ message, nodes, extensions }) => new GraphQLError(message, { ...(nodes && { nodes }), extensions }),
  );
}

export function badValue(fault: FieldFault): GraphQLError {
  const originalError = new BadUserInput([fault]);
  return new GraphQLError(originalError.message, { originalError });
}
