/** Asks, as the caller, which institution manages a patient's record; null when the caller may not know the patient. */
import { z } from 'zod';
import type { ImagingContext } from '../store/imaging.store.ts';

const document = `query Managing($patientId: ID!) { institutionOfPatient(patientId: $patientId) }`;
const answer = z.object({ institutionOfPatient: z.string().nullable() });

export async function askInstitutionOfPatient(context: ImagingContext, patientId: string): Promise<string | null> {
  const question = { subgraph: 'patients', document, variables: { patientId }, answer };
  return (await context.ask(question)).institutionOfPatient;
}
