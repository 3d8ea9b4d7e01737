/** What an import does to the entries of records, many at once. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import type { RecordKind } from '../domain/clinical-record.ts';

const knownRow = z.object({ key: z.string(), id: z.string(), content_index: z.string() });
const keyRow = z.object({ key: z.string() });

export type KnownRecord = z.infer<typeof knownRow>;

export interface RecordToWrite {
  readonly id: string;
  readonly patient_id: string;
  readonly institution_id: string;
  readonly kind: RecordKind;
  readonly source_index: string;
  readonly content_index: string;
  readonly code_index: string;
  readonly effective_at: Date | null;
  readonly ended_at: Date | null;
  readonly entered_in_error: boolean;
  readonly content: string;
  readonly raw: string;
}

/** Keeps one statement's parameter to a few megabytes. */
const ROWS_AT_ONCE = 1_000;

const columns = `id uuid, patient_id uuid, institution_id uuid, kind text, source_index text, content_index text, code_index text,
  effective_at timestamptz, ended_at timestamptz, entered_in_error boolean, content text, raw text`;
const columnNames = 'kind, content_index, code_index, effective_at, ended_at, entered_in_error, content, raw';
const values = `v.kind, decode(v.content_index, 'hex'), decode(v.code_index, 'hex'), v.effective_at, v.ended_at,
  v.entered_in_error, decode(v.content, 'hex'), decode(v.raw, 'hex')`;

export class RecordImportRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  known(entries: readonly { patient_id: string; source_index: string }[]): Promise<KnownRecord[]> {
    return this.tools.sql(
      knownRow,
      `SELECT v.source_index AS key, r.id, encode(r.content_index, 'hex') AS content_index
       FROM jsonb_to_recordset(?::jsonb) AS v(patient_id uuid, source_index text)
       JOIN patients.resources r ON r.patient_id = v.patient_id AND r.source_index = decode(v.source_index, 'hex')`,
      [JSON.stringify(entries)],
    );
  }

  /** Answers the source indexes of those that were new. */
  async insertAll(records: readonly RecordToWrite[]): Promise<Set<string>> {
    const inserted = new Set<string>();
    for (const some of inPortions(records)) {
      const rows = await this.tools.sql(
        keyRow,
        `INSERT INTO patients.resources (id, patient_id, institution_id, source_index, ${columnNames})
         SELECT v.id, v.patient_id, v.institution_id, decode(v.source_index, 'hex'), ${values}
         FROM jsonb_to_recordset(?::jsonb) AS v(${columns}) ORDER BY v.source_index
         ON CONFLICT DO NOTHING RETURNING encode(source_index, 'hex') AS key`,
        [JSON.stringify(some)],
      );
      for (const { key } of rows) inserted.add(key);
    }
    return inserted;
  }

  async updateAll(records: readonly RecordToWrite[]): Promise<void> {
    for (const some of inPortions(records)) {
      await this.tools.sql(
        z.unknown(),
        `UPDATE patients.resources r SET (${columnNames}) = ROW (${values})
         FROM jsonb_to_recordset(?::jsonb) AS v(${columns}) WHERE r.id = v.id`,
        [JSON.stringify(some)],
      );
    }
  }
}

function inPortions<T>(all: readonly T[]): T[][] {
  const portions = Math.ceil(all.length / ROWS_AT_ONCE);
  return Array.from({ length: portions }, (_, n) => all.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE));
}
