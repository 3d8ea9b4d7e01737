/** What the platform is told of new timeline entries: one transition each, with the facts before and after it. */
import type { ConsultationTransition } from '@huizhen/schema/events';
import type { Consultation } from '../domain/consultation.ts';
import { statusAfter } from '../domain/consultation-transitions.ts';
import type { Invitation } from '../domain/invitation.ts';
import { queueFactsOf, type QueueFacts } from '../domain/queue.ts';
import type { TimelineEntry } from '../domain/timeline-entry.ts';
import type { TimelineEvent } from '../domain/timeline-event.ts';

export interface Happening {
  readonly event: TimelineEvent;
  readonly transition: ConsultationTransition;
}

/** `before` are the facts when the entries began, null for a new consultation. */
export function transitionsSince(
  consultation: Consultation,
  before: QueueFacts | null,
  entries: readonly TimelineEntry[],
): Happening[] {
  const happenings: Happening[] = [];
  let facts = before;
  for (const entry of entries) {
    const status = statusAfter(entry.event, facts?.status ?? 'DRAFT');
    const after = { ...queueFactsOf(consultation), status };
    happenings.push({ event: entry.event, transition: transitionOf(consultation, entry, { before: facts, after }) });
    facts = after;
  }
  return happenings;
}

function transitionOf(
  consultation: Consultation,
  entry: TimelineEntry,
  facts: Pick<ConsultationTransition, 'before' | 'after'>,
): ConsultationTransition {
  return {
    consultationId: consultation.id,
    patientId: consultation.patientId,
    institutionId: consultation.institutionId,
    requesterId: consultation.requesterId,
    kind: consultation.kind,
    expertIds: liveExpertIds(consultation),
    actorId: entry.by,
    timelineEntryId: entry.id,
    invitations: consultation.invitations.map(invitationState),
    ...facts,
  };
}

/** Experts who were asked and may still answer, or have accepted. */
function liveExpertIds({ invitations }: Consultation): string[] {
  return invitations.filter(({ open }) => open).map(({ expertId }) => expertId);
}

function invitationState(invitation: Invitation): ConsultationTransition['invitations'][number] {
  const { id, expertId, status, declineReason, invitedAt, respondBy, respondedAt } = invitation;
  return {
    id,
    expertId,
    status,
    declineReason,
    invitedAt: invitedAt.toISOString(),
    respondBy: respondBy.toISOString(),
    respondedAt: respondedAt?.toISOString() ?? null,
  };
}
