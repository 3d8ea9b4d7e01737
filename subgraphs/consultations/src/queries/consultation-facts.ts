/** What another subgraph's rules need to know of a consultation; for services only. */
import { Forbidden } from '@huizhen/platform/errors/expected-errors';
import type { InvitationStatus } from '../domain/consultation-status.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export type ConsultationFacts = Pick<
  Consultation,
  'id' | 'patientId' | 'institutionId' | 'requesterId' | 'kind' | 'status' | 'specialty' | 'urgency'
> & { readonly acceptedExpertIds: readonly string[]; readonly invitedExpertIds: readonly string[] };

export function consultationFacts(context: ConsultationsContext, id: string): Promise<ConsultationFacts | null> {
  if (context.signedIn().service === null) throw new Forbidden('Only services of the platform ask for these facts.');
  return context.read(async ({ consultations, audit }) => {
    const [consultation] = await consultations.byIds([id]);
    if (consultation === undefined) return null;
    audit.read('consultation.facts', [consultation]);
    return factsOf(consultation);
  });
}

function factsOf(consultation: Consultation): ConsultationFacts {
  const { id, patientId, institutionId, requesterId, kind, status, specialty, urgency, invitations } = consultation;
  const expertsWith = (wanted: InvitationStatus) =>
    invitations.filter((invitation) => invitation.status === wanted).map(({ expertId }) => expertId);
  const acceptedExpertIds = expertsWith('ACCEPTED');
  const invitedExpertIds = expertsWith('REQUESTED');
  const request = { id, patientId, institutionId, requesterId, kind, status, specialty, urgency };
  return { ...request, acceptedExpertIds, invitedExpertIds };
}
