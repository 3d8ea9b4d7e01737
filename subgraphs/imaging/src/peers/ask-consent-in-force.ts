/** Asks, as a service, whether the patient agrees to remote consultation now. */
import { z } from 'zod';
import type { ImagingContext } from '../store/imaging.store.ts';

const document = `query Consent($patientId: ID!) { consentInForce(patientId: $patientId, purpose: REMOTE_CONSULTATION) }`;
const answer = z.object({ consentInForce: z.boolean() });

export async function askConsentInForce(context: ImagingContext, patientId: string): Promise<boolean> {
  const question = { subgraph: 'patients', document, variables: { patientId }, answer, asService: true };
  return (await context.ask(question)).consentInForce;
}
