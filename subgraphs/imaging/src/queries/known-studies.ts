/** Studies as far as the viewer may know them: the one way by which every read of a study goes. */
import { allow, found } from '@huizhen/platform/access/allow';
import { loader } from '@huizhen/platform/subgraph/loader';
import { mayKnowStudy, mayViewStudy, type CareRelation, type StudyStanding } from '../domain/imaging-policy.ts';
import type { Study } from '../domain/study.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { hasRelations, relationsToAll, sharedReading } from './shared-reading.ts';

export interface KnownStudy extends StudyStanding {
  readonly study: Study;
}

/** Null for a study that is not there and for one that is not the viewer's to know; the access log has the refusal. */
export const knownStudy = loader(async (context: ImagingContext, uids: readonly string[]) => {
  const viewer = context.signedIn();
  const relations = await relationsThrough(context, uids);
  return sharedReading(context, async (unit) => {
    const standings = (await unit.studies.byUids(uids)).map((study) => ({
      study,
      relations: relations(study.patientId),
    }));
    const known = standings.filter((standing) => mayKnowStudy(viewer, standing).allowed);
    const byUid = new Map(known.map((standing) => [standing.study.uid, standing]));
    unit.audit.read(
      'imaging.study-read',
      known.map(({ study }) => ({ id: study.uid, patientId: study.patientId })),
    );
    const refused = uids.filter((uid) => !byUid.has(uid));
    if (refused.length > 0) unit.audit.deny('imaging.study-read', refused.map(unknown), 'not there or not theirs');
    return uids.map((uid): KnownStudy | null => byUid.get(uid) ?? null);
  });
});

/** Throws NOT_FOUND, or FORBIDDEN for those who may know that there is such a study but not look at it. */
export async function viewableStudy(context: ImagingContext, uid: string, action: string): Promise<KnownStudy> {
  const known = await knownStudy(context).load(uid);
  if (known && mayViewStudy(context.signedIn(), known).allowed) return known;
  // Within a read, so that the refusal is recorded.
  return context.read(async () => {
    const standing = found(known, action, uid);
    allow(mayViewStudy(context.signedIn(), standing), action, { id: uid, patientId: standing.study.patientId });
    return standing;
  });
}

/** Whose studies they are can be asked only by those who are told nothing of it unless they are related. */
async function relationsThrough(
  context: ImagingContext,
  uids: readonly string[],
): Promise<(patientId: string) => readonly CareRelation[]> {
  if (!hasRelations(context)) return () => [];
  const owners = await context.asService((own) => own.read(({ studies }) => studies.owners(uids)));
  const relations = await relationsToAll(context, [...new Set(owners.map(({ patientId }) => patientId))]);
  return (patientId) => relations.filter((relation) => relation.patientId === patientId);
}

function unknown(uid: string) {
  return { id: uid, patientId: null };
}
