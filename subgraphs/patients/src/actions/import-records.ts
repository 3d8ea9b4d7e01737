/** Brings the entries of records into the institution: new ones are added, changed ones replaced, equal ones left alone. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import type { PatientsUnit } from '../store/patients.store.ts';
import type { ImportCounts, ImportInto } from './import-into.ts';
import { insertOrMatch } from './insert-or-match.ts';
import { recordArrival, recordToWrite, type RecordArrival, type RecordOfPatient } from './seal-records.ts';

interface KnownRecord {
  readonly id: string;
  readonly contentIndex: string;
}

export async function importRecords(
  unit: PatientsUnit,
  records: readonly RecordOfPatient[],
  { institutionId, ids }: ImportInto,
): Promise<ImportCounts> {
  const ciphers = await unit.keys.forReading(records.map(({ patientId }) => patientId));
  const row = (arrival: RecordArrival, id: string) =>
    recordToWrite(unit, { id, institutionId, arrival }, cipherOf(ciphers, arrival));
  const { inserted, matched } = await insertOrMatch(
    records.map((record) => recordArrival(unit, record)),
    {
      known: (some) => knownRecords(unit, some),
      insert: (some) => unit.recordImports.insertAll(some.map((arrival) => row(arrival, ids.next()))),
    },
  );
  const changed = matched.filter(([{ contentIndex }, known]) => known.contentIndex !== contentIndex);
  await unit.recordImports.updateAll(changed.map(([arrival, { id }]) => row(arrival, id)));
  return { created: inserted.length, updated: changed.length, unchanged: matched.length - changed.length };
}

async function knownRecords(unit: PatientsUnit, some: readonly RecordArrival[]): Promise<Map<string, KnownRecord>> {
  const wanted = some.map(({ patientId, sourceIndex }) => ({ patient_id: patientId, source_index: sourceIndex }));
  const known = some.length > 0 ? await unit.recordImports.known(wanted) : [];
  return new Map(known.map(({ key, id, content_index: contentIndex }) => [key, { id, contentIndex }]));
}

function cipherOf(ciphers: ReadonlyMap<string, PatientCipher>, { patientId }: RecordArrival): PatientCipher {
  const cipher = ciphers.get(patientId);
  if (cipher === undefined) throw new Error(`Patient ${patientId} is here without a data key.`);
  return cipher;
}
