/** An entry of a record as a row: its content and the raw resource lie sealed under the patient's key. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import { z } from 'zod';
import { recordKinds, type ClinicalRecord, type RecordContent } from '../domain/clinical-record.ts';

const text = z.string().nullable();
const coding = z.object({ system: text, code: z.string(), display: text });

const content = z.object({
  resourceType: z.string(),
  code: coding,
  status: text,
  text,
  value: z.number().nullable(),
  unit: text,
  components: z.array(z.object({ code: coding, value: z.number().nullable(), unit: text, text })),
  classCode: text,
  verification: text,
  criticality: text,
});

export const recordRow = z.object({
  n: z.number(),
  id: z.string(),
  patient_id: z.string(),
  kind: z.enum(recordKinds),
  effective_at: z.coerce.date().nullable(),
  ended_at: z.coerce.date().nullable(),
  content: z.instanceof(Buffer),
});
export type RecordRow = z.infer<typeof recordRow>;

export function openRecord(row: RecordRow, cipher: PatientCipher): ClinicalRecord {
  return {
    id: row.id,
    patientId: row.patient_id,
    kind: row.kind,
    effectiveAt: row.effective_at,
    endedAt: row.ended_at,
    content: content.parse(JSON.parse(cipher.open('resources', 'content', row.id, row.content))),
  };
}

/** Columns in hex, to travel inside JSON. */
export function sealRecord(id: string, entry: { content: RecordContent; raw: string }, cipher: PatientCipher) {
  const seal = (column: string, plain: string) => cipher.seal('resources', column, id, plain).toString('hex');
  return { content: seal('content', JSON.stringify(entry.content)), raw: seal('raw', entry.raw) };
}
