/** Lets the query planner's executor reach a subgraph, in process or over HTTP, with the internal token of the caller. */
import type { GraphQLDataSource } from '@apollo/gateway';
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from './gateway-context.ts';

export function peerDataSource(
  peer: SubgraphPeer,
  tokens: InternalTokens,
): GraphQLDataSource<GatewayContext & Record<string, unknown>> {
  return {
    async process({ request, context }) {
      const { viewer, purpose, requestId, signal } = context;
      try {
        const result = await peer.execute({
          query: request.query ?? '',
          variables: request.variables,
          operationName: request.operationName,
          token: await tokens.mint({ viewer, purpose }),
          requestId,
          signal,
        });
        // The executor merges into what it is given and takes the members that it knows.
        return result as Awaited<ReturnType<GraphQLDataSource['process']>>;
      } catch (error) {
        throw error instanceof UpstreamUnavailable
          ? unavailable(error)
          : unavailable(new UpstreamUnavailable(peer.name));
      }
    },
  };
}

function unavailable(error: UpstreamUnavailable): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, code: error.code } });
}
