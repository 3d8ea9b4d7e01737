/** Pages of patients' records: any number of patients, kinds and filters with one statement. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import type { ClinicalRecord, RecordKind } from '../domain/clinical-record.ts';
import { indexesWith } from './indexes.ts';
import { openRecord, recordRow } from './sealed-record.ts';

export interface RecordFilter {
  readonly patientId: string;
  readonly kind: RecordKind;
  readonly code: string | null;
  readonly since: Date | null;
}

/** The time and the id of a row, newest first; entries without a time come last. */
type RecordKey = readonly [at: string | null, id: string];

export interface RecordPage extends RecordFilter {
  /** How many rows to read. */
  readonly take: number;
  readonly after: RecordKey | null;
}

const countRow = z.object({ n: z.number(), count: z.coerce.number() });

const asked = `jsonb_to_recordset(?::jsonb) AS ask(n int, patient uuid, kind text, code text, since timestamptz,
  after_at timestamptz, after_id uuid, take int)`;
const wanted = `r.patient_id = ask.patient AND r.kind = ask.kind AND NOT r.entered_in_error
  AND (ask.code IS NULL OR r.code_index = decode(ask.code, 'hex')) AND (ask.since IS NULL OR r.effective_at >= ask.since)`;
const listedAt = `coalesce(r.effective_at, '-infinity'::timestamptz)`;

export class RecordRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** The rows of each page, in the order of the pages. */
  async pages(pages: readonly RecordPage[]): Promise<ClinicalRecord[][]> {
    const rows = await this.tools.sql(
      recordRow,
      `SELECT ask.n, found.id, found.patient_id, found.kind, found.effective_at, found.ended_at, found.content
       FROM ${asked} CROSS JOIN LATERAL (
         SELECT r.*, ${listedAt} AS listed_at FROM patients.resources r
         WHERE ${wanted} AND (ask.after_id IS NULL
           OR (${listedAt}, r.id) < (coalesce(ask.after_at, '-infinity'::timestamptz), ask.after_id))
         ORDER BY ${listedAt} DESC, r.id DESC LIMIT ask.take) found
       ORDER BY ask.n, found.listed_at DESC, found.id DESC`,
      [this.asJson(pages)],
    );
    const ciphers = await this.tools.keys.forReading(rows.map((row) => row.patient_id));
    const lists = pages.map((): ClinicalRecord[] => []);
    for (const row of rows) {
      const cipher = ciphers.get(row.patient_id);
      if (cipher) lists[row.n]?.push(openRecord(row, cipher));
    }
    return lists;
  }

  async counts(filters: readonly RecordFilter[]): Promise<number[]> {
    const query = `SELECT ask.n, (SELECT count(*) FROM patients.resources r WHERE ${wanted}) AS count FROM ${asked}`;
    const rows = await this.tools.sql(countRow, query, [this.asJson(filters)]);
    const counts = new Map(rows.map(({ n, count }) => [n, count]));
    return filters.map((_, n) => counts.get(n) ?? 0);
  }

  private asJson(pages: readonly (RecordFilter & Partial<RecordPage>)[]): string {
    const indexes = indexesWith(this.tools.keys);
    return JSON.stringify(
      pages.map(({ patientId, kind, code, since, take, after }, n) => ({
        n,
        patient: patientId,
        kind,
        code: code === null ? null : indexes.code(patientId, code),
        since,
        after_at: after?.[0] ?? null,
        after_id: after?.[1] ?? null,
        take,
      })),
    );
  }
}
