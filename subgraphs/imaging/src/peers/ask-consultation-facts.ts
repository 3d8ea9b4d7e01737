/** Asks, as a service, what a rule needs to know of a consultation and its viewer may not see. */
import { z } from 'zod';
import type { ImagingContext } from '../store/imaging.store.ts';

const document = `query Facts($id: ID!) {
  consultationFacts(id: $id) { kind status acceptedExpertIds invitedExpertIds }
}`;
const facts = z.object({
  kind: z.string(),
  status: z.string(),
  acceptedExpertIds: z.array(z.string()),
  invitedExpertIds: z.array(z.string()),
});
const answer = z.object({ consultationFacts: facts.nullable() });

export type ConsultationFacts = z.infer<typeof facts>;

export async function askConsultationFacts(context: ImagingContext, id: string): Promise<ConsultationFacts | null> {
  const question = { subgraph: 'consultations', document, variables: { id }, answer, asService: true };
  return (await context.ask(question)).consultationFacts;
}
