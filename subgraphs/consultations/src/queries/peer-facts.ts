/** What the rules of a consultation need to know from the other subgraphs. */
import { z } from 'zod';
import type { ConsultationsContext } from '../store/consultations.store.ts';

const ids = z.array(z.string());
const expertProfile = z.object({ id: z.string(), institutionId: z.string() });
export type ExpertProfile = z.infer<typeof expertProfile>;

export async function consentInForce(context: ConsultationsContext, patientId: string): Promise<boolean> {
  const { consentInForce: inForce } = await context.ask({
    subgraph: 'patients',
    document: 'query Consent($id: ID!) { consentInForce(patientId: $id, purpose: REMOTE_CONSULTATION) }',
    variables: { id: patientId },
    answer: z.object({ consentInForce: z.boolean() }),
    asService: true,
  });
  return inForce;
}

/** The institution that manages the patient's record, if the caller may know the patient. */
export async function institutionOfPatient(context: ConsultationsContext, patientId: string): Promise<string | null> {
  const { institutionOfPatient: institution } = await context.ask({
    subgraph: 'patients',
    document: 'query Managing($id: ID!) { institutionOfPatient(patientId: $id) }',
    variables: { id: patientId },
    answer: z.object({ institutionOfPatient: z.string().nullable() }),
  });
  return institution;
}

export async function agreementsInForce(context: ConsultationsContext, institutionId: string): Promise<string[]> {
  const { agreementsInForce: answering } = await context.ask({
    subgraph: 'directory',
    document: 'query Agreements($id: ID!) { agreementsInForce(institutionId: $id) }',
    variables: { id: institutionId },
    answer: z.object({ agreementsInForce: ids }),
    asService: true,
  });
  return answering;
}

export async function codeOfInstitution(context: ConsultationsContext, institutionId: string): Promise<string | null> {
  const { _entities: found } = await context.ask({
    subgraph: 'directory',
    document: 'query Code($r: [_Any!]!) { _entities(representations: $r) { ... on Institution { code } } }',
    variables: { r: [{ __typename: 'Institution', id: institutionId }] },
    answer: z.object({ _entities: z.array(z.object({ code: z.string() }).nullable()) }),
    asService: true,
  });
  return found[0]?.code ?? null;
}

/** Those of the ids that are experts. */
export async function expertProfiles(
  context: ConsultationsContext,
  expertIds: readonly string[],
): Promise<ExpertProfile[]> {
  const { expertProfiles: profiles } = await context.ask({
    subgraph: 'experts',
    document: 'query Profiles($ids: [ID!]!) { expertProfiles(ids: $ids) { id institutionId } }',
    variables: { ids: expertIds },
    answer: z.object({ expertProfiles: z.array(expertProfile) }),
    asService: true,
  });
  return profiles;
}

export async function hasStudy(context: ConsultationsContext, patientId: string): Promise<boolean> {
  const { studiesOfPatient: studies } = await context.ask({
    subgraph: 'imaging',
    document: 'query Studies($id: ID!) { studiesOfPatient(patientId: $id) }',
    variables: { id: patientId },
    answer: z.object({ studiesOfPatient: ids }),
    asService: true,
  });
  return studies.length > 0;
}
