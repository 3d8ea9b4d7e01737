/** The room of one consultation, for those whom it concerns. */
import { allow, found } from '@huizhen/platform/access/allow';
import { mayKnowRoom } from '../domain/room-policy.ts';
import type { Room } from '../domain/room.ts';
import type { MediaContext } from '../store/media.store.ts';

export function roomFor(context: MediaContext, consultationId: string): Promise<Room> {
  const viewer = context.signedIn();
  return context.read(async ({ rooms, audit }) => {
    const [room] = await rooms.ofConsultations([consultationId]);
    const theirs = found(room, 'room.read', consultationId);
    allow(mayKnowRoom(viewer, theirs), 'room.read', theirs);
    audit.read('room.read', [theirs]);
    return theirs;
  });
}
