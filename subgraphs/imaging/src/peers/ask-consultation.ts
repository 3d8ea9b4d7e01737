/** Asks, as the caller, whose consultation it is and how it stands; null when the caller may not see it. */
import { z } from 'zod';
import type { ImagingContext } from '../store/imaging.store.ts';

const document = `query Consultation($id: ID!) { consultation(id: $id) { status patient { id } } }`;
const consultation = z.object({ status: z.string(), patient: z.object({ id: z.string() }) });
const answer = z.object({ consultation: consultation.nullable() });

export async function askConsultation(
  context: ImagingContext,
  id: string,
): Promise<z.infer<typeof consultation> | null> {
  return (await context.ask({ subgraph: 'consultations', document, variables: { id }, answer })).consultation;
}
