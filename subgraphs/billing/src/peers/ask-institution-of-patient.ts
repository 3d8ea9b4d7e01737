/** The institution that manages a patient's record; null for those who may not know the patient. Asked as the caller. */
import { z } from 'zod';
import type { BillingContext } from '../store/billing.store.ts';

const answer = z.object({ institutionOfPatient: z.uuid().nullable() });

const document = `query InstitutionForBilling($patientId: ID!) { institutionOfPatient(patientId: $patientId) }`;

export async function askInstitutionOfPatient(context: BillingContext, patientId: string): Promise<string | null> {
  return (await context.ask({ subgraph: 'patients', document, variables: { patientId }, answer })).institutionOfPatient;
}
