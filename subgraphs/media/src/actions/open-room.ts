/** Media itself opens a consultation's room at the first acceptance and lets in whoever has accepted since. */
import { Room, type RoomFacts } from '../domain/room.ts';
import type { MediaContext } from '../store/media.store.ts';

/** Idempotent: the room of a consultation stays the same one, and a closed room stays closed. */
export function openRoom(own: MediaContext, facts: RoomFacts): Promise<Room> {
  return own.transact(async ({ rooms, audit }) => {
    const fresh = Room.open(facts, own.ids.next(), own.clock.now());
    const room = await rooms.addUnlessThere(fresh);
    if (room.closedAt !== null) return room;
    room.expertIds = [...facts.expertIds];
    // Neither accepting nor joining is possible without consent, so there is one again.
    room.suspendedAt = null;
    await rooms.save(room);
    if (room.id === fresh.id) audit.record('room.open', room);
    return room;
  });
}
