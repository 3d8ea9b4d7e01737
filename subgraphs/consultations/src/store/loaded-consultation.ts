/** A consultation as it was read to be changed, with what it was before: what the compare-and-set compares with. */
import type { Consultation } from '../domain/consultation.ts';
import type { InvitationStatus } from '../domain/consultation-status.ts';
import type { Invitation } from '../domain/invitation.ts';
import { queueFactsOf, type QueueFacts } from '../domain/queue.ts';

export interface Before {
  readonly facts: QueueFacts;
  readonly version: number;
  readonly entries: number;
  readonly opinions: number;
  readonly invitations: ReadonlyMap<string, InvitationStatus>;
}

export interface LoadedConsultation {
  readonly consultation: Consultation;
  readonly before: Before;
}

export function loaded(consultation: Consultation): LoadedConsultation {
  const { version, timeline, opinions, invitations } = consultation;
  const before = {
    facts: queueFactsOf(consultation),
    version,
    entries: timeline.length,
    opinions: opinions.length,
    invitations: new Map(invitations.map(({ id, status }) => [id, status])),
  };
  return { consultation, before };
}

export function newInvitations({ consultation, before }: LoadedConsultation): Invitation[] {
  return consultation.invitations.filter(({ id }) => !before.invitations.has(id));
}

export function answeredInvitations({ consultation, before }: LoadedConsultation): Invitation[] {
  return consultation.invitations.filter(({ id, status }) => (before.invitations.get(id) ?? status) !== status);
}
