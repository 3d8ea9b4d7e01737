/** What the access log tells the patient who asks: row-level security on it shows entries about this patient and no others. */
import { roles } from '@huizhen/platform/access/viewer';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { PageRequest } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import type { RecordAccess } from '../domain/record-access.ts';

/** The first entry's time and id. A visit that goes on keeps them, so that pages stay as they were. */
export type AccessKey = readonly [at: string, id: string];

const accessRow: z.ZodType<RecordAccess> = z.object({
  id: z.string(),
  firstAt: z.date(),
  lastAt: z.date(),
  times: z.coerce.number(),
  roles: z.array(z.enum(roles)),
  practitionerId: z.string().nullable(),
  institutionId: z.string().nullable(),
  actions: z.array(z.string()),
  purposes: z.array(z.string()),
});
const countRow = z.object({ count: z.coerce.number() });

const WHO = 'subject, roles, practitioner_id, institution_id';
/** All but what the asker did; a visit ends when a quarter of an hour has passed without another entry of the same person. */
const ACCESSES = `
  WITH entries AS (
    SELECT id, at, request_id, purpose, action, ${WHO},
      at - lag(at) OVER (PARTITION BY ${WHO} ORDER BY at, id) < interval '15 minutes' AS goes_on
    FROM audit.entries WHERE subject <> ?
  ), visits AS (
    SELECT *, count(*) FILTER (WHERE goes_on IS NOT TRUE) OVER (PARTITION BY ${WHO} ORDER BY at, id) AS visit FROM entries
  ), accesses AS (
    SELECT (array_agg(id ORDER BY at, id))[1] AS id, date_trunc('milliseconds', min(at)) AS first_at, max(at) AS last_at,
      count(DISTINCT request_id) AS times, array_agg(DISTINCT action) AS actions,
      coalesce(array_agg(DISTINCT purpose) FILTER (WHERE purpose IS NOT NULL), '{}') AS purposes, ${WHO}
    FROM visits GROUP BY ${WHO}, visit
  )`;

export class AccessRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** Newest first, one more than asked for where more follows. */
  page(asker: string, { first, after }: PageRequest<AccessKey>): Promise<RecordAccess[]> {
    const going = after === null ? '' : 'WHERE (first_at, id) < (?::timestamptz, ?::uuid)';
    const query = `${ACCESSES}
      SELECT id, first_at AS "firstAt", last_at AS "lastAt", times, roles, practitioner_id AS "practitionerId",
        institution_id AS "institutionId", actions, purposes
      FROM accesses ${going} ORDER BY first_at DESC, id DESC LIMIT ?`;
    return this.tools.sql(accessRow, query, [asker, ...(after ?? []), first + 1]);
  }

  async count(asker: string): Promise<number> {
    const [row] = await this.tools.sql(countRow, `${ACCESSES} SELECT count(*) FROM accesses`, [asker]);
    return row?.count ?? 0;
  }
}
