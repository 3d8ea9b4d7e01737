/** Media itself ends the call: for good when the session has ended, for a while when the consent was withdrawn. */
import type { Room } from '../domain/room.ts';
import type { MediaContext } from '../store/media.store.ts';
import { endCall } from './end-calls.ts';

export interface SessionEnd {
  readonly consultationId: string;
  readonly at: Date;
}

export function closeRoom(own: MediaContext, end: SessionEnd): Promise<void> {
  return shut(own, end, { audited: 'room.close', mark: (room) => (room.closedAt = end.at) });
}

export function suspendRoom(own: MediaContext, end: SessionEnd): Promise<void> {
  return shut(own, end, { audited: 'room.suspend', mark: (room) => (room.suspendedAt = end.at) });
}

interface Shutting {
  readonly audited: string;
  readonly mark: (room: Room) => void;
}

function shut(own: MediaContext, { consultationId }: SessionEnd, { audited, mark }: Shutting): Promise<void> {
  return own.transact(async (unit) => {
    const room = await unit.rooms.lockedOfConsultation(consultationId);
    if (room === null || room.closedAt !== null) return;
    mark(room);
    await unit.rooms.save(room);
    await endCall(own, unit, room.name);
    unit.audit.record(audited, room);
  });
}
