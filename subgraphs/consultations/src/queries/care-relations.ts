/** Through which consultations the viewer has to do with these patients now. */
import { careRelationsOf, type CareRelation } from '../domain/care-relation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export function careRelations(context: ConsultationsContext, patientIds: readonly string[]): Promise<CareRelation[]> {
  const viewer = context.signedIn();
  if (patientIds.length === 0) return Promise.resolve([]);
  return context.read(async ({ cases, consultations, ...unit }) => {
    const recent = await consultations.byIds(await cases.recentOfPatients(viewer, patientIds));
    if (recent.length === 0) return [];
    const now = await unit.databaseTime();
    return recent.flatMap((consultation) => careRelationsOf(viewer, consultation, now));
  });
}
