/** What the gate at submission needs to know from the other subgraphs, asked once an operation for each patient and institution. */
import { loader } from '@huizhen/platform/subgraph/loader';
import type { RequestFacts } from '../domain/completeness.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { agreementsInForce, consentInForce, hasStudy } from './peer-facts.ts';

type About = Pick<Consultation, 'patientId' | 'institutionId' | 'kind'>;

const consented = loader((context: ConsultationsContext, patientIds: readonly string[]) =>
  Promise.all(patientIds.map((id) => consentInForce(context, id))),
);
const agreed = loader((context: ConsultationsContext, institutionIds: readonly string[]) =>
  Promise.all(institutionIds.map(async (id) => (await agreementsInForce(context, id)).length > 0)),
);
const imaged = loader((context: ConsultationsContext, patientIds: readonly string[]) =>
  Promise.all(patientIds.map((id) => hasStudy(context, id))),
);

export async function requestFacts(
  context: ConsultationsContext,
  { patientId, institutionId, kind }: About,
): Promise<RequestFacts> {
  const [consentHolds, agreementHolds, study] = await Promise.all([
    consented(context).load(patientId),
    agreed(context).load(institutionId),
    kind === 'DIAGNOSIS' && imaged(context).load(patientId),
  ]);
  return { consentInForce: consentHolds, agreementInForce: agreementHolds, hasStudy: study };
}
