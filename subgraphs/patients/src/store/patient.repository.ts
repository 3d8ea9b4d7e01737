/** Patients: where they belong, who they are, and how they are found. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { PageRequest } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import type { Patient } from '../domain/patient.ts';
import { normalizePhone } from '../domain/phone-number.ts';
import { normalSearchWord } from '../domain/search-words.ts';
import { indexesWith } from './indexes.ts';
import { openPatient, patientRow } from './sealed-patient.ts';

const placeRow = z.object({ id: z.string(), institution_id: z.string() });
const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.coerce.number() });

/** Patients of one institution; `patientId` narrows them to one, `search` to a name, identity number or phone. */
export interface PatientSearch {
  readonly institutionId: string;
  readonly patientId: string | null;
  readonly search: string | null;
}

export class PatientRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  async placesOf(ids: readonly string[]): Promise<{ id: string; institutionId: string }[]> {
    const query = 'SELECT id, institution_id FROM patients.patients WHERE id = ANY (?::uuid[])';
    const rows = await this.tools.sql(placeRow, query, [`{${ids.join(',')}}`]);
    return rows.map((row) => ({ id: row.id, institutionId: row.institution_id }));
  }

  async byIds(ids: readonly string[]): Promise<Patient[]> {
    const query = `SELECT id, institution_id, gender, birth_date::text, name, identity_number, phone, address, guardian
      FROM patients.patients WHERE id = ANY (?::uuid[])`;
    const rows = await this.tools.sql(patientRow, query, [`{${ids.join(',')}}`]);
    const ciphers = await this.tools.keys.forReading(rows.map(({ id }) => id));
    return rows.flatMap((row) => {
      const cipher = ciphers.get(row.id);
      return cipher ? [openPatient(row, cipher)] : [];
    });
  }

  /** Newest first, one more than asked for where more follows. */
  async search(wanted: PatientSearch, { first, after }: PageRequest<readonly [string]>): Promise<string[]> {
    const { sql, parameters } = this.condition(wanted);
    const going = after === null ? '' : 'AND p.id < ?::uuid';
    const query = `SELECT p.id FROM patients.patients p WHERE ${sql} ${going} ORDER BY p.id DESC LIMIT ?`;
    const rows = await this.tools.sql(idRow, query, [...parameters, ...(after ?? []), first + 1]);
    return rows.map(({ id }) => id);
  }

  async count(wanted: PatientSearch): Promise<number> {
    const { sql, parameters } = this.condition(wanted);
    const [row] = await this.tools.sql(countRow, `SELECT count(*) FROM patients.patients p WHERE ${sql}`, parameters);
    return row?.count ?? 0;
  }

  private condition({ institutionId, patientId, search }: PatientSearch): { sql: string; parameters: unknown[] } {
    const own = patientId === null ? '' : 'AND p.id = ?::uuid';
    const base = {
      sql: `p.institution_id = ?::uuid ${own}`,
      parameters: [institutionId, ...(patientId ? [patientId] : [])],
    };
    if (search === null || search.trim() === '') return base;
    const indexes = indexesWith(this.tools.keys);
    const [token] = this.tools.keys.nameTokens(institutionId, [normalSearchWord(search)]);
    const exact = [
      indexes.identityNumber(institutionId, search.trim().toUpperCase()),
      indexes.phone(institutionId, normalizePhone(search)),
    ];
    const sql = `${base.sql} AND p.id IN (
      SELECT t.patient_id FROM patients.patient_name_tokens t WHERE t.institution_id = ?::uuid AND t.token = decode(?, 'hex')
      UNION ALL SELECT i.id FROM patients.patients i WHERE i.institution_id = ?::uuid AND i.identity_index = decode(?, 'hex')
      UNION ALL SELECT f.id FROM patients.patients f WHERE f.institution_id = ?::uuid AND f.phone_index = decode(?, 'hex'))`;
    const keys = [token?.toString('hex') ?? '', ...exact].flatMap((key) => [institutionId, key]);
    return { sql, parameters: [...base.parameters, ...keys] };
  }
}
