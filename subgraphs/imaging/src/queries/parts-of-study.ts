/** Series, reports and consultations of many studies at once; the caller has checked that the viewer may have them. */
import { groupedBy, loader } from '@huizhen/platform/subgraph/loader';
import type { ImagingContext } from '../store/imaging.store.ts';
import { sharedReading } from './shared-reading.ts';

export const seriesOfStudy = loader((context: ImagingContext, uids: readonly string[]) =>
  sharedReading(context, async ({ studies }) =>
    groupedBy(uids, await studies.series(uids), ({ studyUid }): string => studyUid),
  ),
);

/** All versions, newest first. */
export const reportsOfStudy = loader((context: ImagingContext, uids: readonly string[]) =>
  sharedReading(context, async ({ reports, audit }) => {
    const found = await reports.ofStudies(uids);
    audit.read(
      'imaging.report-read',
      found.map(({ id, patientId }) => ({ id, patientId })),
    );
    return groupedBy(uids, found, ({ studyUid }): string => studyUid);
  }),
);

/** Ids. */
export const consultationsOfStudy = loader((context: ImagingContext, uids: readonly string[]) =>
  sharedReading(context, async ({ studies }) => {
    const links = groupedBy(uids, await studies.consultationsOf(uids), ({ studyUid }): string => studyUid);
    return links.map((of) => of.map(({ consultationId }) => consultationId));
  }),
);
