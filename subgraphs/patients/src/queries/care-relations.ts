/** Asks the consultations which patients the viewer is bound to by an open case. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { z } from 'zod';
import { careRelationKinds, type CareRelationKind } from '../domain/patient-policy.ts';
import type { PatientsContext } from '../store/patients.store.ts';

export type CareRelations = ReadonlyMap<string, readonly CareRelationKind[]>;

const document = `query CareRelations($patientIds: [ID!]!) { careRelations(patientIds: $patientIds) { patientId kind } }`;
const answer = z.object({
  careRelations: z.array(z.object({ patientId: z.string(), kind: z.enum(careRelationKinds) })),
});

/** Nobody but experts and coordinators has any, so nobody else's question is worth asking. */
export async function careRelations(
  context: PatientsContext,
  viewer: Viewer,
  patientIds: readonly string[],
): Promise<CareRelations> {
  if (patientIds.length === 0 || !viewer.roles.some((role) => role === 'EXPERT' || role === 'COORDINATOR'))
    return new Map();
  const variables = { patientIds };
  const found = await context.ask({ subgraph: 'consultations', document, variables, answer });
  const byPatient = Map.groupBy(found.careRelations, ({ patientId }) => patientId);
  return new Map([...byPatient].map(([patientId, relations]) => [patientId, relations.map(({ kind }) => kind)]));
}
