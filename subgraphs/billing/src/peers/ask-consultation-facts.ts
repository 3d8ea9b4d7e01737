/** What the consultations subgraph tells services about one consultation. */
import { z } from 'zod';
import { serviceKinds } from '../domain/service.ts';
import type { BillingContext } from '../store/billing.store.ts';

const facts = z.object({
  patientId: z.uuid(),
  institutionId: z.uuid(),
  kind: z.enum(serviceKinds),
  status: z.string(),
  acceptedExpertIds: z.array(z.uuid()),
});
export type ConsultationFacts = z.infer<typeof facts>;

const document = `query FactsForBilling($id: ID!) {
  consultationFacts(id: $id) { patientId institutionId kind status acceptedExpertIds }
}`;

export async function askConsultationFacts(context: BillingContext, id: string): Promise<ConsultationFacts | null> {
  const answer = z.object({ consultationFacts: facts.nullable() });
  const question = { subgraph: 'consultations', document, variables: { id }, answer, asService: true };
  return (await context.ask(question)).consultationFacts;
}
