/** What the consultations subgraph tells services about one consultation; null when it is not there. */
import { z } from 'zod';
import type { MediaContext } from '../store/media.store.ts';

const facts = z.object({
  patientId: z.uuid(),
  institutionId: z.uuid(),
  status: z.string(),
  acceptedExpertIds: z.array(z.uuid()),
});
export type ConsultationFacts = z.infer<typeof facts>;

const answer = z.object({ consultationFacts: facts.nullable() });

const document = `query FactsForMedia($id: ID!) {
  consultationFacts(id: $id) { patientId institutionId status acceptedExpertIds }
}`;

export async function askConsultationFacts(context: MediaContext, id: string): Promise<ConsultationFacts | null> {
  const question = { subgraph: 'consultations', document, variables: { id }, answer, asService: true };
  return (await context.ask(question)).consultationFacts;
}
