/** Through which consultation a viewer has to do with a patient: what opens the patient's record to experts and coordinators. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { isCoordinator } from './consultation-policy.ts';
import type { ConsultationStatus, InvitationStatus } from './consultation-status.ts';
import { liveStatuses } from './queue.ts';

/** AFTERWARDS: took part in one that is over, and may still know whom it was about, but nothing more. */
export const careRelationKinds = ['EXPERT', 'COORDINATOR', 'AFTERWARDS'] as const;
export type CareRelationKind = (typeof careRelationKinds)[number];

export interface CareRelation {
  readonly patientId: string;
  readonly consultationId: string;
  readonly kind: CareRelationKind;
}

/** As much of a consultation as the relation rests on; `invitation` is the viewer's own, the newest. */
export interface CareFacts {
  readonly id: string;
  readonly patientId: string;
  readonly institutionId: string;
  readonly status: ConsultationStatus;
  readonly consentWithdrawnAt: Date | null;
  readonly invitation: InvitationStatus | null;
}

/** Only while the patient's consent holds. */
export function careRelationsOf(viewer: Viewer, facts: CareFacts): CareRelation[] {
  if (facts.consentWithdrawnAt !== null) return [];
  return kindsOf(viewer, facts).map((kind) => ({ patientId: facts.patientId, consultationId: facts.id, kind }));
}

function kindsOf(viewer: Viewer, facts: CareFacts): CareRelationKind[] {
  const asked = facts.invitation === 'REQUESTED' || facts.invitation === 'ACCEPTED';
  const coordinates = isCoordinator(viewer, facts);
  if (isOver(facts)) return coordinates || facts.invitation === 'ACCEPTED' ? ['AFTERWARDS'] : [];
  const expert = viewer.roles.includes('EXPERT') && asked;
  return [
    ...(expert ? (['EXPERT'] as const) : []),
    ...(coordinates && liveStatuses.includes(facts.status) ? (['COORDINATOR'] as const) : []),
  ];
}

function isOver({ status }: CareFacts): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED';
}
