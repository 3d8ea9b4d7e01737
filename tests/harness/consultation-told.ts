/** What the consultations subgraph would tell about a consultation that only the test knows. */
import { randomUUID } from 'node:crypto';
import type { ConsultationTransition } from '@huizhen/schema/events';
import type { Told } from './lone-subgraph.ts';

export type TransitionType = Extract<Told['type'], `consultation.${string}`>;

export interface ToldConsultation {
  readonly id: string;
  readonly patientId: string;
  readonly institutionId: string;
  readonly kind: string;
  readonly status: string;
  readonly acceptedExpertIds: readonly string[];
}

export function consultationTold(type: TransitionType, of: ToldConsultation): Told {
  const facts = { institutionId: of.institutionId, specialty: '心血管内科', status: of.status, urgency: 'ROUTINE' };
  const payload: ConsultationTransition = {
    consultationId: of.id,
    patientId: of.patientId,
    institutionId: of.institutionId,
    requesterId: randomUUID(),
    kind: of.kind,
    expertIds: [...of.acceptedExpertIds],
    actorId: null,
    timelineEntryId: randomUUID(),
    before: facts,
    after: facts,
    invitations: [],
  };
  return { type, payload };
}
