/** Where a consultation stands, as a patient asks: a key of the words for what it waits for, and for what comes next. */
import { isRoomOpen } from '../../../shared/call/call-of.ts';
import type { MyConsultation } from './use-my-consultations.ts';

export type Expert = MyConsultation['invitations'][number]['expert']['practitioner'];

export type Standing =
  | 'DRAFT'
  | 'RETURNED'
  | 'UNDER_REVIEW'
  | 'SEARCHING'
  | 'ASKED'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'INTERRUPTED'
  | 'AWAITING_OPINION'
  | 'AWAITING_CONCLUSION'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'STOPPED';

type Facts = Pick<MyConsultation, 'status' | 'consentWithdrawnAt' | 'invitations' | 'opinions'>;

export function standingOf({ status, consentWithdrawnAt, invitations, opinions }: Facts): Standing {
  if (status === 'COMPLETED' || status === 'CANCELLED') return status;
  if (consentWithdrawnAt !== null) return 'STOPPED';
  if (status === 'PENDING') return invitations.some((one) => one.status === 'REQUESTED') ? 'ASKED' : 'SEARCHING';
  if (status === 'AWAITING_OPINION') return opinions.length > 0 ? 'AWAITING_CONCLUSION' : status;
  return status;
}

/** Those who accepted; before that, those who were asked. */
export function expertsOf({ invitations }: Pick<MyConsultation, 'invitations'>): readonly Expert[] {
  const accepted = invitations.filter(({ status }) => status === 'ACCEPTED');
  const shown = accepted.length > 0 ? accepted : invitations.filter(({ status }) => status === 'REQUESTED');
  return shown.map(({ expert }) => expert.practitioner);
}

export function isOver({ status }: Pick<MyConsultation, 'status'>): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED';
}

/** A withdrawn consent shuts the room for all. */
export function mayJoin(consultation: Pick<MyConsultation, 'status' | 'consentWithdrawnAt'>): boolean {
  return consultation.consentWithdrawnAt === null && isRoomOpen(consultation);
}
