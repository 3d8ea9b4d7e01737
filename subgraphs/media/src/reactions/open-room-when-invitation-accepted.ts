/** An expert accepted: the room is there, and open to them. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { openRoom } from '../actions/open-room.ts';
import { askConsultationFacts } from '../peers/ask-consultation-facts.ts';
import type { MediaContext } from '../store/media.store.ts';

export const openRoomWhenInvitationAccepted: Reaction<MediaContext> = {
  name: 'open-room-when-invitation-accepted',
  on: ['consultation.invitation-accepted'],
  async run(context, event) {
    if (event.type !== 'consultation.invitation-accepted') return;
    const { consultationId } = event.payload;
    const facts = await askConsultationFacts(context, consultationId);
    // Late news of a consultation that has ended opens nothing.
    if (facts === null || facts.acceptedExpertIds.length === 0 || isOver(facts.status)) return;
    const { institutionId, patientId, acceptedExpertIds: expertIds } = facts;
    await openRoom(context, { consultationId, institutionId, patientId, expertIds });
  },
};

function isOver(status: string): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED' || status === 'AWAITING_OPINION';
}
