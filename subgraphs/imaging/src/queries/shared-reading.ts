/** Reads in which row-level security shows the patients whom the viewer has to do with through an open consultation. */
import { groupedBy, loader } from '@huizhen/platform/subgraph/loader';
import type { CareRelation } from '../domain/imaging-policy.ts';
import { askCareRelations } from '../peers/ask-care-relations.ts';
import type { ImagingContext, ImagingUnit } from '../store/imaging.store.ts';

/** Asked once per patient and operation. Nobody but experts and coordinators has any relation. */
export const careRelationsOf = loader(async (context: ImagingContext, patientIds: readonly string[]) => {
  const found = hasRelations(context) ? await askCareRelations(context, patientIds) : [];
  for (const { patientId } of found) sharedIn(context).add(patientId);
  return groupedBy(patientIds, found, ({ patientId }): string => patientId);
});

export function hasRelations(context: ImagingContext): boolean {
  return context.signedIn().roles.some((role) => role === 'EXPERT' || role === 'COORDINATOR');
}

export function sharedReading<T>(context: ImagingContext, work: (unit: ImagingUnit) => Promise<T>): Promise<T> {
  return context.read(async (unit) => {
    unit.share([...sharedIn(context)]);
    return work(unit);
  });
}

/** The relations to every patient at once. */
export async function relationsToAll(
  context: ImagingContext,
  patientIds: readonly string[],
): Promise<readonly CareRelation[]> {
  return (await Promise.all(patientIds.map((patientId) => careRelationsOf(context).load(patientId)))).flat();
}

/** Patients found to be shared so far; a later batch of the same operation adds to them. */
const shared = new WeakMap<ImagingContext, Set<string>>();

function sharedIn(context: ImagingContext): Set<string> {
  const patientIds = shared.get(context) ?? new Set<string>();
  shared.set(context, patientIds);
  return patientIds;
}
