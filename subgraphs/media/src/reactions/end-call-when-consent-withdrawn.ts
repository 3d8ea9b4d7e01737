/** The patient withdrew the consent: the call stops now. The room may be joined again once a new consent is there. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { endCall } from '../actions/end-calls.ts';
import type { MediaContext } from '../store/media.store.ts';

export const endCallWhenConsentWithdrawn: Reaction<MediaContext> = {
  name: 'end-call-when-consent-withdrawn',
  on: ['consultation.consent-withdrawn'],
  async run(context, event) {
    if (event.type !== 'consultation.consent-withdrawn') return;
    const { consultationId } = event.payload;
    await context.transact(async (unit) => {
      const room = await unit.rooms.lockedOfConsultation(consultationId);
      if (room !== null) await endCall(context, unit, room.name);
    });
  },
};
