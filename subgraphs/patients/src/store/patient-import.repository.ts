/** What an import does to patients' rows, many at once; unique indexes decide who is new. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { searchWords } from '../domain/search-words.ts';
import type { SealedPatient } from './sealed-patient.ts';

const knownRow = z.object({
  by: z.enum(['source', 'identity']),
  key: z.string(),
  id: z.string(),
  content_index: z.string(),
});
const keyRow = z.object({ key: z.string() });

export type KnownPatient = z.infer<typeof knownRow>;

export interface PatientToWrite {
  readonly id: string;
  readonly institution_id: string;
  readonly source_index: string;
  readonly identity_index: string | null;
  readonly phone_index: string | null;
  readonly content_index: string;
  readonly sealed: SealedPatient;
}

const columns = `id uuid, institution_id uuid, source_index text, identity_index text, phone_index text, content_index text,
  gender text, birth_date date, name text, identity_number text, phone text, address text, guardian text, raw text`;
const values = `decode(v.identity_index, 'hex'), decode(v.phone_index, 'hex'), decode(v.content_index, 'hex'), v.gender,
  v.birth_date, decode(v.name, 'hex'), decode(v.identity_number, 'hex'), decode(v.phone, 'hex'), decode(v.address, 'hex'),
  decode(v.guardian, 'hex'), decode(v.raw, 'hex')`;
const columnNames = `identity_index, phone_index, content_index, gender, birth_date, name, identity_number, phone, address, guardian, raw`;

export class PatientImportRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** Who is there under these source keys or identity numbers. */
  known(institutionId: string, sources: readonly string[], identities: readonly string[]): Promise<KnownPatient[]> {
    const keys = `SELECT decode(key, 'hex') FROM jsonb_array_elements_text(?::jsonb) AS key`;
    const found = `p.id, encode(p.content_index, 'hex') AS content_index FROM patients.patients p`;
    return this.tools.sql(
      knownRow,
      `SELECT 'source' AS by, encode(p.source_index, 'hex') AS key, ${found}
         WHERE p.institution_id = ?::uuid AND p.source_index IN (${keys})
       UNION ALL SELECT 'source', encode(s.source_index, 'hex'), ${found} JOIN patients.patient_sources s ON s.patient_id = p.id
         WHERE s.institution_id = ?::uuid AND s.source_index IN (${keys})
       UNION ALL SELECT 'identity', encode(p.identity_index, 'hex'), ${found}
         WHERE p.institution_id = ?::uuid AND p.identity_index IN (${keys})`,
      [sources, sources, identities].flatMap((wanted) => [institutionId, JSON.stringify(wanted)]),
    );
  }

  /** Answers the source indexes of those that were new; of two imports at once the second waits and inserts nothing. */
  async insertAll(patients: readonly PatientToWrite[]): Promise<Set<string>> {
    const rows = await this.tools.sql(
      keyRow,
      `INSERT INTO patients.patients (id, institution_id, source_index, ${columnNames})
       SELECT v.id, v.institution_id, decode(v.source_index, 'hex'), ${values}
       FROM jsonb_to_recordset(?::jsonb) AS v(${columns}) ORDER BY v.source_index
       ON CONFLICT DO NOTHING RETURNING encode(source_index, 'hex') AS key`,
      [asJson(patients)],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async updateAll(patients: readonly PatientToWrite[]): Promise<void> {
    await this.tools.sql(
      z.unknown(),
      `UPDATE patients.patients p SET (${columnNames}) = ROW (${values})
       FROM jsonb_to_recordset(?::jsonb) AS v(${columns}) WHERE p.id = v.id`,
      [asJson(patients)],
    );
  }

  /** Remembers further source keys of patients who were found by their identity number. */
  async addSources(
    sources: readonly { institution_id: string; source_index: string; patient_id: string }[],
  ): Promise<void> {
    await this.tools.sql(
      z.unknown(),
      `INSERT INTO patients.patient_sources (institution_id, source_index, patient_id)
       SELECT v.institution_id, decode(v.source_index, 'hex'), v.patient_id
       FROM jsonb_to_recordset(?::jsonb) AS v(institution_id uuid, source_index text, patient_id uuid) ON CONFLICT DO NOTHING`,
      [JSON.stringify(sources)],
    );
  }

  async replaceNameTokens(institutionId: string, patients: readonly { id: string; name: string }[]): Promise<void> {
    const tokens = patients.flatMap(({ id, name }) =>
      this.tools.keys
        .nameTokens(institutionId, searchWords(name))
        .map((token) => ({ patient_id: id, token: token.toString('hex') })),
    );
    const ids = `{${patients.map(({ id }) => id).join(',')}}`;
    await this.tools.sql(z.unknown(), 'DELETE FROM patients.patient_name_tokens WHERE patient_id = ANY (?::uuid[])', [
      ids,
    ]);
    await this.tools.sql(
      z.unknown(),
      `INSERT INTO patients.patient_name_tokens (patient_id, institution_id, token)
       SELECT v.patient_id, ?::uuid, decode(v.token, 'hex')
       FROM jsonb_to_recordset(?::jsonb) AS v(patient_id uuid, token text) ON CONFLICT DO NOTHING`,
      [institutionId, JSON.stringify(tokens)],
    );
  }
}

function asJson(patients: readonly PatientToWrite[]): string {
  return JSON.stringify(patients.map(({ sealed, ...row }) => ({ ...row, ...sealed })));
}
