/** Media itself closes the room when the session has ended: nobody comes in any more, and the call is over. */
import type { MediaContext } from '../store/media.store.ts';
import { endCall } from './end-calls.ts';

export interface SessionEnd {
  readonly consultationId: string;
  readonly at: Date;
}

export function closeRoom(own: MediaContext, { consultationId, at }: SessionEnd): Promise<void> {
  return own.transact(async (unit) => {
    const room = await unit.rooms.lockedOfConsultation(consultationId);
    if (room === null || room.closedAt !== null) return;
    room.closedAt = at;
    await unit.rooms.save(room);
    await endCall(own, unit, room.name);
    unit.audit.record('room.close', room);
  });
}
