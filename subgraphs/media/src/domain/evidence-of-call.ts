/** What the server itself saw of a call: proof that it took place, which nobody reports about themselves. */
import { callEvidence, type CallEvidence } from './call-evidence.ts';
import type { CallSegment } from './call-segment.ts';
import { onlyObserves, parseIdentity } from './room-identity.ts';
import type { Room } from './room.ts';

/** Who only looks on is no party to the call. */
export function evidenceOfCall({ closedAt }: Room, segments: readonly CallSegment[], now: Date): CallEvidence {
  const parties = segments.filter(({ identity }) => {
    const parts = parseIdentity(identity);
    return parts !== null && !onlyObserves(parts.role);
  });
  return callEvidence(parties, closedAt ?? now);
}
