/** The studies of patients and of consultations, as far as the viewer may know them. */
import { groupedBy, loader } from '@huizhen/platform/subgraph/loader';
import { mayKnowStudy } from '../domain/imaging-policy.ts';
import { isUuid } from '../domain/is-uuid.ts';
import type { StudyOwner } from '../domain/study.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { knownStudy, type KnownStudy } from './known-studies.ts';
import { careRelationsOf, sharedReading } from './shared-reading.ts';

/** UIDs, newest first. */
export const studiesOfPatient = loader(async (context: ImagingContext, patientIds: readonly string[]) => {
  const wanted = patientIds.filter(isUuid);
  await careRelationsOf(context).loadMany(wanted);
  const owners = await sharedReading(context, ({ studies }) => studies.ofPatients(wanted));
  const known = await filterKnown(context, owners);
  return groupedBy(patientIds, known, ({ patientId }): string => patientId).map((of) => of.map(({ uid }) => uid));
});

/** Those that were uploaded for it. */
export const studiesOfConsultation = loader(async (context: ImagingContext, ids: readonly string[]) => {
  const links = await context.asService((own) =>
    own.read(({ studies }) => studies.ofConsultations(ids.filter(isUuid))),
  );
  // One load of many, so that refusals of the few that are not the viewer's do not hide the rest.
  const studies = await Promise.all(links.map(({ studyUid }) => knownStudy(context).load(studyUid)));
  const known = links.flatMap(({ consultationId }, at) => {
    const study = studies[at];
    return study ? [{ consultationId, study }] : [];
  });
  const grouped = groupedBy(ids, known, ({ consultationId }): string => consultationId);
  return grouped.map((of): readonly KnownStudy[] => of.map(({ study }) => study));
});

async function filterKnown(context: ImagingContext, owners: readonly StudyOwner[]): Promise<StudyOwner[]> {
  const viewer = context.signedIn();
  const relations = await Promise.all(owners.map(({ patientId }) => careRelationsOf(context).load(patientId)));
  return owners.filter((study, at) => mayKnowStudy(viewer, { study, relations: relations[at] ?? [] }).allowed);
}
