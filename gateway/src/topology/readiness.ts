/**
 * When a gateway before subgraphs in other processes may be sent requests: from when all of them are there, as long as any
 * is. One that is away costs its own fields; to take the gateway away too would cost all others.
 */
import type { HttpPeer } from '@huizhen/platform/subgraph/http-peer';

export function readinessOf(peers: ReadonlyMap<string, HttpPeer>): () => Promise<boolean> {
  let wereAllThere = false;
  return async () => {
    const answers = await Promise.all([...peers.values()].map((peer) => peer.ready()));
    wereAllThere ||= answers.every(Boolean);
    return wereAllThere && answers.some(Boolean);
  };
}
