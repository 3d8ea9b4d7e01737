/** How a plan reaches the subgraphs on behalf of one caller: each fetch carries the internal token that says who asks. */
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import type { ExecutionResult } from 'graphql';
import type { GatewayContext } from '../federation/gateway-context.ts';
import { NoAnswer } from './no-answer.ts';
import { OperationTime, usualDeadlines, type OperationDeadlines } from './operation-time.ts';

export interface Fetch {
  readonly service: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The answer belongs to whoever asked, who may change it. @throws GraphQLError with UPSTREAM_UNAVAILABLE */
export type SubgraphFetch = (fetch: Fetch) => Promise<ExecutionResult>;

export type Peers = ReadonlyMap<string, SubgraphPeer>;

export interface Sources {
  readonly peers: Peers;
  readonly tokens: InternalTokens;
  readonly deadlines?: OperationDeadlines;
}

/** For one operation, whose time begins now. */
export function subgraphFetch(sources: Sources, context: GatewayContext): SubgraphFetch {
  const { viewer, purpose, requestId } = context;
  const time = new OperationTime(sources.deadlines ?? usualDeadlines);
  let token: Promise<string> | undefined;
  return async ({ service, query, operationName, variables }) => {
    const peer = peerNamed(sources.peers, service);
    token ??= sources.tokens.mint({ viewer, purpose });
    const left = time.leftFor(query);
    const signal = time.changes ? undefined : context.signal;
    try {
      return await peer.execute({ query, variables, operationName, token: await token, requestId, signal, ...left });
    } catch (error) {
      const told = error instanceof NoAnswer ? error : new NoAnswer(service, { reason: 'broken', kind: left.kind });
      throw told.asGraphQLError();
    }
  };
}

export function peerNamed(peers: Peers, name: string): SubgraphPeer {
  const peer = peers.get(name);
  if (!peer) throw new Error(`The supergraph names a subgraph that is not mounted: ${name}`);
  return peer;
}
