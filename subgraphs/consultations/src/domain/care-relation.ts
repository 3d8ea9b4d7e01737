/** Through which consultation a viewer has to do with a patient: what opens the patient's record to experts and coordinators. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { isCoordinator } from './consultation-policy.ts';
import type { ConsultationStatus, InvitationStatus } from './consultation-status.ts';
import { liveStatuses } from './queue.ts';

/** IDENTITY: may know whom a consultation is about and nothing more, as one who took part in it before it was over or the consent ended. */
export const careRelationKinds = ['EXPERT', 'COORDINATOR', 'IDENTITY'] as const;
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

export function careRelationsOf(viewer: Viewer, facts: CareFacts): CareRelation[] {
  return kindsOf(viewer, facts).map((kind) => ({ patientId: facts.patientId, consultationId: facts.id, kind }));
}

/** Without the patient's consent nobody but who has to close the case is told even whom it is about. */
function kindsOf(viewer: Viewer, facts: CareFacts): CareRelationKind[] {
  const consented = facts.consentWithdrawnAt === null;
  const asked = consented && viewer.roles.includes('EXPERT');
  return [...(asked ? asExpert(facts) : []), ...(isCoordinator(viewer, facts) ? asCoordinator(facts, consented) : [])];
}

function asExpert({ invitation, status }: CareFacts): CareRelationKind[] {
  if (isOver(status)) return invitation === 'ACCEPTED' ? ['IDENTITY'] : [];
  return invitation === 'REQUESTED' || invitation === 'ACCEPTED' ? ['EXPERT'] : [];
}

function asCoordinator({ status }: CareFacts, consented: boolean): CareRelationKind[] {
  return consented && liveStatuses.includes(status) ? ['COORDINATOR'] : ['IDENTITY'];
}

function isOver(status: ConsultationStatus): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED';
}
