/** Rooms and their segments, many at once; a room that is not the viewer's looks as if it were not there. */
import { groupedBy, inOrderOf, loader } from '@huizhen/platform/subgraph/loader';
import { mayKnowRoom } from '../domain/room-policy.ts';
import type { MediaContext } from '../store/media.store.ts';

export const roomOfConsultation = loader((context: MediaContext, ids: readonly string[]) =>
  context.read(async ({ rooms, audit }) => {
    const theirs = (await rooms.ofConsultations(ids)).filter((room) => mayKnowRoom(context.viewer, room).allowed);
    audit.read('room.read', theirs);
    return inOrderOf(ids, theirs, ({ consultationId }) => consultationId);
  }),
);

/** By rooms that the viewer has been shown. */
export const segmentsOfRoom = loader((context: MediaContext, roomIds: readonly string[]) =>
  context.read(async ({ segments }) => groupedBy(roomIds, await segments.ofRooms(roomIds), ({ roomId }) => roomId)),
);
