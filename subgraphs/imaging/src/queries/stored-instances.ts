/** What the bearer of a viewer's token reads: the study, its series, its instances. Every reading is in the access log. */
import { NothingThere } from '../domain/imaging-errors.ts';
import type { Series, Study } from '../domain/study.ts';
import type { ViewerToken } from '../domain/viewer-token.ts';
import type { IndexedInstance } from '../store/instance.repository.ts';
import type { ImagingContext, ImagingUnit } from '../store/imaging.store.ts';

type Part = { readonly seriesUid?: string | undefined; readonly uid?: string | undefined };

/** At least one; NOT_FOUND otherwise. */
export function storedInstances(
  context: ImagingContext,
  token: ViewerToken,
  part: Part = {},
): Promise<IndexedInstance[]> {
  return viewing(context, token, async ({ instances }) => {
    const found = await instances.at({ studyUid: token.studyUid, ...part });
    if (found.length === 0) throw new NothingThere();
    return found;
  });
}

export function storedStudy(context: ImagingContext, token: ViewerToken): Promise<{ study: Study; series: Series[] }> {
  return viewing(context, token, async ({ studies }) => {
    const [study] = await studies.byUids([token.studyUid]);
    if (!study) throw new NothingThere();
    return { study, series: await studies.series([token.studyUid]) };
  });
}

function viewing<T>(context: ImagingContext, token: ViewerToken, work: (unit: ImagingUnit) => Promise<T>): Promise<T> {
  const objects = [token.id, token.studyUid, `account:${token.subject}`];
  return context.asService((own) =>
    own.read(async (unit) => {
      unit.audit.read(
        'imaging.view',
        objects.map((id) => ({ id, patientId: token.patientId })),
      );
      return work(unit);
    }),
  );
}
