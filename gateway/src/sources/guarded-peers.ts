/** Every subgraph behind guards of its own. */
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { GuardedPeer } from './guarded-peer.ts';
import type { SourceMetrics } from './source-metrics.ts';
import type { SubgraphDeadlines } from './source-settings.ts';
import type { Peers } from './subgraph-fetch.ts';

interface Options {
  readonly deadlines: SubgraphDeadlines;
  readonly logger: Logger;
  readonly metrics: SourceMetrics;
}

export function guardedPeers(peers: Peers, { deadlines, logger, metrics }: Options): Map<string, GuardedPeer> {
  const guarded = new Map<string, GuardedPeer>();
  for (const [name, peer] of peers) {
    const deadlineMs = deadlines.byName.get(name) ?? deadlines.usualMs;
    guarded.set(name, new GuardedPeer(peer, { deadlineMs, logger, metrics }));
  }
  return guarded;
}
