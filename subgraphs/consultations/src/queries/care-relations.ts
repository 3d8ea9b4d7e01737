/** Through which open consultations the viewer cares for these patients. */
import { careRelationsOf, type CareRelation } from '../domain/care-relation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export function careRelations(context: ConsultationsContext, patientIds: readonly string[]): Promise<CareRelation[]> {
  const viewer = context.signedIn();
  if (patientIds.length === 0) return Promise.resolve([]);
  return context.read(async ({ cases, consultations }) => {
    const open = await consultations.byIds(await cases.openOfPatients(viewer, patientIds));
    return open.flatMap((consultation) => careRelationsOf(viewer, consultation));
  });
}
