/** The best expert who was not asked yet and may be asked under an agreement, or null. */
import { z } from 'zod';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { consentInForce } from './peer-facts.ts';

const MATCH = `query Next($input: MatchExpertsInput!) { matchExperts(input: $input) { expert { id } } }`;
const matches = z.object({ matchExperts: z.array(z.object({ expert: z.object({ id: z.string() }) })) });

export async function nextExpert(context: ConsultationsContext, consultation: Consultation): Promise<string | null> {
  const { patientId, requesterId, specialty, diseaseCode, urgency, institutionId, invitations } = consultation;
  if (!(await consentInForce(context, patientId))) return null;
  const excludingExpertIds = [requesterId, ...invitations.map(({ expertId }) => expertId)];
  const { matchExperts } = await context.ask({
    subgraph: 'experts',
    document: MATCH,
    variables: { input: { specialty, diseaseCode, urgency, institutionId, excludingExpertIds, first: 1 } },
    answer: matches,
    asService: true,
  });
  return matchExperts[0]?.expert.id ?? null;
}
