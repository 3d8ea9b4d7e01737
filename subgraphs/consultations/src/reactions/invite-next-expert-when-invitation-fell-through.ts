/** The request of an expert who found it misdirected, or did not answer in time, goes to the next best expert at once. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { invite } from '../actions/invite.ts';
import { takeOwnStep } from '../actions/take-own-step.ts';
import type { Consultation } from '../domain/consultation.ts';
import { nextExpert } from '../queries/next-expert.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export const inviteNextExpertWhenInvitationFellThrough: Reaction<ConsultationsContext> = {
  name: 'invite-next-expert-when-invitation-fell-through',
  on: ['consultation.invitation-declined', 'consultation.invitation-expired'],
  async run(context, { type, payload }) {
    if (type !== 'consultation.invitation-declined' && type !== 'consultation.invitation-expired') return;
    const { consultationId } = payload;
    const [consultation] = await context.transact(({ consultations }) => consultations.byIds([consultationId]));
    if (consultation === undefined || !needsNext(consultation)) return;
    const expertId = await nextExpert(context, consultation);
    if (expertId === null) return;
    await takeOwnStep(context, {
      name: 'consultation.invite-next',
      consultationId,
      note: '系统改派下一位专家',
      // Loaded anew: somebody may have invited meanwhile.
      change: (now, occasion, unit) =>
        needsNext(now) && invite(context, unit, { consultation: now, expertIds: [expertId], occasion }),
    });
  },
};

/** Nobody is asked any more, and the last one to fall away was the wrong one or silent; other refusals are the coordinator's. */
function needsNext(consultation: Consultation): boolean {
  if (!consultation.unanswered || consultation.consentWithdrawnAt !== null) return false;
  return consultation.invitations.some(
    ({ status, declineReason }) => status === 'EXPIRED' || declineReason === 'WRONG_SPECIALTY',
  );
}
