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

/** Only while the case is open and the patient's consent holds. */
export function careRelationsOf(viewer: Viewer, consultation: Consultation): CareRelation[] {
  const { patientId, id: consultationId } = consultation;
  if (consultation.consentWithdrawnAt !== null || isOver(consultation)) return [];
  const kinds = actorsOf(viewer, consultation);
  const expert = kinds.includes('invitedExpert') || kinds.includes('acceptedExpert');
  const coordinator = kinds.includes('coordinator') && liveStatuses.includes(consultation.status);
  return [
    ...(expert ? [{ patientId, consultationId, kind: 'EXPERT' as const }] : []),
    ...(coordinator ? [{ patientId, consultationId, kind: 'COORDINATOR' as const }] : []),
  ];
}

function isOver({ status }: Consultation): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED';
}
