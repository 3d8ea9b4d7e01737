/** What leaves a subgraph as an error: expected ones with their code, everything else as INTERNAL without a word of what it was. */
import { GraphQLError } from 'graphql';
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
  if (!originalError)
    return new GraphQLError(error.message, { ...place, extensions: { code: 'BAD_USER_INPUT', fields: [] } });
  logger.error(
    { err: { type: originalError.name, stack: originalError.stack }, requestId, path },
    'an operation failed unexpectedly',
  );
  const message = `Something went wrong on our side. Tell support the request id ${requestId}.`;
  return new GraphQLError(message, { ...place, extensions: { code: 'INTERNAL' } });
}
