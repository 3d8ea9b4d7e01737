/** The patient withdrew the consent: the call stops now, and the room waits for a new consent. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { suspendRoom } from '../actions/close-room.ts';
import type { MediaContext } from '../store/media.store.ts';

export const suspendRoomWhenConsentWithdrawn: Reaction<MediaContext> = {
  name: 'suspend-room-when-consent-withdrawn',
  on: ['consultation.consent-withdrawn'],
  async run(context, event) {
    if (event.type !== 'consultation.consent-withdrawn') return;
    await suspendRoom(context, { consultationId: event.payload.consultationId, at: event.at });
  },
};
