/** The index of stored instances: where each belongs, and where its frames lie. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import type { PixelLayout } from '../dicom/pixel-layout.ts';
import { arrayOf } from './array-of.ts';

const extent = z.object({ offset: z.number(), length: z.number() });
const pixelLayout: z.ZodType<PixelLayout> = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('native'), extent, frames: z.number(), frameBytes: z.number().optional() })
    .transform(({ frameBytes, ...rest }) => ({ ...rest, frameBytes })),
  z.object({
    kind: z.literal('fragments'),
    fragments: z.array(extent),
    frameOffsets: z.array(z.number()),
    frames: z.number(),
  }),
]);

const row = z
  .object({
    uid: z.string(),
    series_uid: z.string(),
    study_uid: z.string(),
    sop_class_uid: z.string(),
    transfer_syntax_uid: z.string(),
    modality: z.string(),
    number: z.number().nullable(),
    frames: z.number().nullable(),
    height: z.number().nullable(),
    width: z.number().nullable(),
    bits_allocated: z.number().nullable(),
    pixels: pixelLayout.nullable(),
  })
  .transform((stored) => ({
    uid: stored.uid,
    seriesUid: stored.series_uid,
    studyUid: stored.study_uid,
    sopClassUid: stored.sop_class_uid,
    transferSyntaxUid: stored.transfer_syntax_uid,
    modality: stored.modality,
    number: stored.number,
    frames: stored.frames,
    rows: stored.height,
    columns: stored.width,
    bitsAllocated: stored.bits_allocated,
    pixels: stored.pixels,
  }));

export type IndexedInstance = z.output<typeof row>;

/** All instances of a study, of one of its series, or a single one. */
export interface InstancePlace {
  readonly studyUid: string;
  readonly seriesUid?: string | undefined;
  readonly uid?: string | undefined;
}

export class InstanceRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** In the order in which they are looked at. */
  at({ studyUid, seriesUid, uid }: InstancePlace): Promise<IndexedInstance[]> {
    const query = `SELECT i.uid, i.series_uid, i.study_uid, i.sop_class_uid, i.transfer_syntax_uid, r.modality, i.number,
        i.frames, i.height, i.width, i.bits_allocated, i.pixels
      FROM imaging.instances i JOIN imaging.series r ON r.uid = i.series_uid
      WHERE i.study_uid = ? AND (?::text IS NULL OR i.series_uid = ?) AND (?::text IS NULL OR i.uid = ?)
      ORDER BY r.number NULLS LAST, i.series_uid, i.number NULLS LAST, i.uid`;
    const series = seriesUid ?? null;
    const instance = uid ?? null;
    return this.tools.sql(row, query, [studyUid, series, series, instance, instance]);
  }

  /** Those of the UIDs that are stored for another patient. */
  async ofOthers(uids: { readonly studyUid: string; readonly seriesUid: string }, patientId: string): Promise<boolean> {
    const query = `SELECT uid FROM imaging.studies WHERE uid = ? AND patient_id <> ?
      UNION ALL SELECT uid FROM imaging.series WHERE uid = ? AND (patient_id <> ? OR study_uid <> ?)`;
    const { studyUid, seriesUid } = uids;
    const rows = await this.tools.sql(z.unknown(), query, [studyUid, patientId, seriesUid, patientId, studyUid]);
    return rows.length > 0;
  }

  /** How many of a study there are now, if more or fewer than when it was last announced. */
  async announce(studyUids: readonly string[]): Promise<string[]> {
    const query = `UPDATE imaging.studies s SET announced_instances = n.instances
      FROM (SELECT study_uid, count(*)::int AS instances FROM imaging.instances
            WHERE study_uid = ANY (?::text[]) GROUP BY study_uid) n
      WHERE s.uid = n.study_uid AND s.announced_instances <> n.instances RETURNING s.uid`;
    const rows = await this.tools.sql(z.object({ uid: z.string() }), query, [arrayOf(studyUids)]);
    return rows.map(({ uid }) => uid);
  }
}
