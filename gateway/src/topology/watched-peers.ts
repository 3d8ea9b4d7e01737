/** Peers that tell what the gateway asks of them, for tests and measurements of what goes on inside. */
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';

/** @param query text of the operation */
export type OnAsked = (subgraph: string, query: string) => void;

export function watchedPeers(
  peers: ReadonlyMap<string, SubgraphPeer>,
  onAsked: OnAsked | undefined,
): ReadonlyMap<string, SubgraphPeer> {
  return onAsked ? new Map([...peers].map(([name, peer]) => [name, watched(peer, onAsked)])) : peers;
}

function watched(peer: SubgraphPeer, onAsked: OnAsked): SubgraphPeer {
  return {
    name: peer.name,
    execute: (request) => {
      onAsked(peer.name, request.query);
      return peer.execute(request);
    },
    subscribe: (request) => {
      onAsked(peer.name, request.query);
      return peer.subscribe(request);
    },
    route: (request, token, requestId) => peer.route(request, token, requestId),
  };
}
