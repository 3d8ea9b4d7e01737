/** An invitation ended otherwise than by an opinion: who held it leaves the room. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { keepOnlyAccepted } from '../actions/keep-only-accepted.ts';
import { askConsultationFacts } from '../peers/ask-consultation-facts.ts';
import type { MediaContext } from '../store/media.store.ts';

export const sendOutExpertsWhenNoLongerInvited: Reaction<MediaContext> = {
  name: 'send-out-experts-when-no-longer-invited',
  on: ['consultation.invitation-declined', 'consultation.invitation-expired', 'consultation.reopened'],
  async run(context, event) {
    if (!('consultationId' in event.payload) || event.payload.consultationId === null) return;
    const { consultationId } = event.payload;
    const facts = await askConsultationFacts(context, consultationId);
    if (facts !== null) await keepOnlyAccepted(context, consultationId, facts.acceptedExpertIds);
  },
};
