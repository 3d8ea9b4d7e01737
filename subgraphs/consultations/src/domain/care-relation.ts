/** Through which consultation a viewer has to do with a patient: what opens the patient's record to experts and coordinators. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { actorsOf } from './consultation-policy.ts';
import type { Consultation } from './consultation.ts';
import { liveStatuses } from './queue.ts';

export const careRelationKinds = ['EXPERT', 'COORDINATOR'] as const;
export type CareRelationKind = (typeof careRelationKinds)[number];

export interface CareRelation {
  readonly patientId: string;
  readonly consultationId: string;
  readonly kind: CareRelationKind;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * An expert's ends with the case and with the patient's consent: it opens the record. A coordinator's only tells whom a case
 * is about; it lasts while the case is in the queue, consented or not, and a day longer, so that what leaves can be shown.
 */
export function careRelationsOf(viewer: Viewer, consultation: Consultation, now: Date): CareRelation[] {
  const { patientId, id: consultationId } = consultation;
  const kinds = actorsOf(viewer, consultation);
  const asked = kinds.includes('invitedExpert') || kinds.includes('acceptedExpert');
  const expert = asked && closedAt(consultation) === null && consultation.consentWithdrawnAt === null;
  const coordinator = kinds.includes('coordinator') && isAboutTheQueue(consultation, now);
  return [
    ...(expert ? [{ patientId, consultationId, kind: 'EXPERT' as const }] : []),
    ...(coordinator ? [{ patientId, consultationId, kind: 'COORDINATOR' as const }] : []),
  ];
}

function isAboutTheQueue(consultation: Consultation, now: Date): boolean {
  const closed = closedAt(consultation);
  if (closed === null) return liveStatuses.includes(consultation.status);
  return consultation.submittedAt !== null && now.getTime() - closed.getTime() < DAY_MS;
}

function closedAt({ completedAt, cancelledAt }: Consultation): Date | null {
  return completedAt ?? cancelledAt;
}
