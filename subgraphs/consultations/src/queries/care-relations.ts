/** Through which consultations the viewer has to do with these patients. */
import { careRelationsOf, type CareRelation } from '../domain/care-relation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export function careRelations(context: ConsultationsContext, patientIds: readonly string[]): Promise<CareRelation[]> {
  const viewer = context.signedIn();
  if (patientIds.length === 0) return Promise.resolve([]);
  return context.read(async ({ cases }) => {
    const facts = await cases.careFacts(viewer, patientIds);
    return facts.flatMap((one) => careRelationsOf(viewer, one));
  });
}
