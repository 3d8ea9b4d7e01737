/** The entries of patients' records: who may not read a record gets none of them. */
import { allow } from '@huizhen/platform/access/allow';
import { loader } from '@huizhen/platform/subgraph/loader';
import { z } from 'zod';
import { recordKinds } from '../domain/clinical-record.ts';
import { mayReadRecord } from '../domain/patient-policy.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import type { RecordFilter, RecordPage } from '../store/record.repository.ts';
import { knownPatient } from './patient-by-id.ts';
import { standingOfPatient } from './standing-of-patients.ts';

/** Loaders' keys are texts; a page is written as JSON and read back. */
const filter = z.object({
  patientId: z.string(),
  kind: z.enum(recordKinds),
  code: z.string().nullable(),
  since: z.coerce.date().nullable(),
});
const page = filter.extend({ take: z.number(), after: z.tuple([z.string().nullable(), z.string()]).nullable() });

const recordPages = loader(async (context: PatientsContext, keys: readonly string[]) => {
  const pages = keys.map((key) => page.parse(JSON.parse(key)));
  await checkReadable(context, pages);
  return context.read(async ({ records, audit }) => {
    for (const { kind, patientId } of pages) {
      audit.read(`record.read-${kind.toLowerCase()}`, [{ id: patientId, patientId }]);
    }
    return records.pages(pages);
  });
});

const recordCounts = loader(async (context: PatientsContext, keys: readonly string[]) => {
  const filters = keys.map((key) => filter.parse(JSON.parse(key)));
  await checkReadable(context, filters);
  return context.read(({ records }) => records.counts(filters));
});

export function recordPage(context: PatientsContext, wanted: RecordPage) {
  return recordPages(context).load(JSON.stringify(wanted));
}

export function recordCount(context: PatientsContext, { patientId, kind, code, since }: RecordFilter): Promise<number> {
  return recordCounts(context).load(JSON.stringify({ patientId, kind, code, since }));
}

/** Throws FORBIDDEN for those who may know the patient but not read what is written about them. */
export async function readableRecord(context: PatientsContext, patientId: string): Promise<void> {
  const standing = await standingOfPatient(context).load(patientId);
  if (standing === null) return void (await knownPatient(context, patientId));
  const decision = mayReadRecord(context.signedIn(), standing);
  // Within a read, so that a refusal is recorded.
  await context.read(async () => allow(decision, 'record.read', { id: patientId, patientId }));
}

async function checkReadable(context: PatientsContext, filters: readonly RecordFilter[]): Promise<void> {
  const patientIds = [...new Set(filters.map(({ patientId }) => patientId))];
  await Promise.all(patientIds.map((patientId) => readableRecord(context, patientId)));
}
