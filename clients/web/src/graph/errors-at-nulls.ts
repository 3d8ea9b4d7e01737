/**
 * Puts each error of an answer where its null is. A part that cannot be read takes what must not be null with it, up to the
 * nearest field that may: without its error there, the cache would learn that nothing is there, and tell every other query so.
 */
import { CombinedError, type ExecutionResult, mapExchange } from '@urql/core';
import { GraphQLError } from 'graphql';

export const errorsAtNulls = mapExchange({
  onResult(result) {
    const { error, data } = result;
    if (!error || error.graphQLErrors.length === 0) return result;
    const graphQLErrors = error.graphQLErrors.map((one) => atItsNull(one, data));
    return { ...result, error: new CombinedError({ graphQLErrors, response: error.response }) };
  },
});

function atItsNull(error: GraphQLError, data: ExecutionResult['data']): GraphQLError {
  const { path, message, extensions } = error;
  if (!path) return error;
  return new GraphQLError(message, { path: path.slice(0, depthOfNull(path, data)), extensions });
}

/** How far the path leads into the data. */
function depthOfNull(path: readonly (string | number)[], data: unknown): number {
  let here = data;
  for (const [depth, step] of path.entries()) {
    if (typeof here !== 'object' || here === null) return depth;
    here = Reflect.get(here, step);
  }
  return path.length;
}
