/** Media itself sends out of the room whoever no longer holds an accepted invitation. */
import { identityText } from '../domain/room-identity.ts';
import type { MediaContext } from '../store/media.store.ts';
import { sendOut } from './end-calls.ts';

export function keepOnlyAccepted(
  own: MediaContext,
  consultationId: string,
  acceptedExpertIds: readonly string[],
): Promise<void> {
  return own.transact(async (unit) => {
    const room = await unit.rooms.lockedOfConsultation(consultationId);
    // Once it is closed, those who took part go on seeing their own part in it.
    if (room === null || room.closedAt !== null) return;
    const gone = room.expertIds.filter((id) => !acceptedExpertIds.includes(id));
    room.expertIds = [...acceptedExpertIds];
    await unit.rooms.save(room);
    for (const personId of gone)
      await sendOut(own, unit, { room: room.name, identity: identityText({ role: 'EXPERT', personId }) });
  });
}
