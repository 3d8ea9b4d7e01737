/** The session has ended, in whatever way: the room closes and LiveKit lets everybody go. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { closeRoom } from '../actions/close-room.ts';
import type { MediaContext } from '../store/media.store.ts';

export const closeRoomWhenSessionEnded: Reaction<MediaContext> = {
  name: 'close-room-when-session-ended',
  on: ['consultation.ended', 'consultation.completed', 'consultation.cancelled'],
  async run(context, event) {
    if (!('consultationId' in event.payload) || event.payload.consultationId === null) return;
    await closeRoom(context, { consultationId: event.payload.consultationId, at: event.at });
  },
};
