/** Who is inside a room now: one entry a person, however many ghosts a bad line has left behind. */
import type { CallSegment } from './call-segment.ts';
import { parseIdentity, type RoomRole } from './room-identity.ts';

export interface RoomParticipant {
  readonly identity: string;
  readonly role: RoomRole;
  readonly joinedAt: Date;
}

/** The segments are in the order of joining. */
export function participantsOf(segments: readonly CallSegment[]): RoomParticipant[] {
  const inside = new Map<string, RoomParticipant>();
  for (const { identity, joinedAt, leftAt } of segments) {
    const parts = parseIdentity(identity);
    if (leftAt === null && parts !== null && !inside.has(identity))
      inside.set(identity, { identity, role: parts.role, joinedAt });
  }
  return [...inside.values()];
}
