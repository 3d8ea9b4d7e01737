/** How a plan reaches the subgraphs on behalf of one caller: each fetch carries the internal token that says who asks. */
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { GatewayContext } from '../federation/gateway-context.ts';

export interface Fetch {
  readonly service: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The answer belongs to whoever asked, who may change it. @throws GraphQLError with UPSTREAM_UNAVAILABLE */
export type SubgraphFetch = (fetch: Fetch) => Promise<ExecutionResult>;

export type Peers = ReadonlyMap<string, SubgraphPeer>;

export function subgraphFetch(peers: Peers, tokens: InternalTokens, context: GatewayContext): SubgraphFetch {
  const { viewer, purpose, requestId, signal } = context;
  let token: Promise<string> | undefined;
  return async ({ service, query, operationName, variables }) => {
    const peer = peerNamed(peers, service);
    token ??= tokens.mint({ viewer, purpose });
    try {
      return await peer.execute({ query, variables, operationName, token: await token, requestId, signal });
    } catch (error) {
      throw unavailable(error instanceof UpstreamUnavailable ? error : new UpstreamUnavailable(service));
    }
  };
}

export function peerNamed(peers: Peers, name: string): SubgraphPeer {
  const peer = peers.get(name);
  if (!peer) throw new Error(`The supergraph names a subgraph that is not mounted: ${name}`);
  return peer;
}

function unavailable(error: UpstreamUnavailable): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, code: error.code } });
}
