/** Asks the consultations what binds the viewer to patients by an open case with consent. */
import { z } from 'zod';
import { careRelationKinds, type CareRelation } from '../domain/imaging-policy.ts';
import type { ImagingContext } from '../store/imaging.store.ts';

const document = `query CareRelations($patientIds: [ID!]!) {
  careRelations(patientIds: $patientIds) { patientId consultationId kind }
}`;
const answer = z.object({
  careRelations: z.array(
    z.object({ patientId: z.string(), consultationId: z.string(), kind: z.enum(careRelationKinds) }),
  ),
});

export async function askCareRelations(
  context: ImagingContext,
  patientIds: readonly string[],
): Promise<readonly CareRelation[]> {
  const variables = { patientIds };
  return (await context.ask({ subgraph: 'consultations', document, variables, answer })).careRelations;
}
