/** Writes what was read from a bundle: first the patients, then the records of those who are known. */
import type { BundleContents, SkippedEntry } from '../fhir/read-bundle.ts';
import type { ReadClinical } from '../fhir/read-resource.ts';
import { outsidePatientKeys, settleOutsidePatients } from '../fhir/settle-outside-patients.ts';
import { skipReasons } from '../fhir/skip-reasons.ts';
import type { PatientsUnit } from '../store/patients.store.ts';
import type { ImportCounts, ImportInto } from './import-into.ts';
import { importPatients, type PatientImport } from './import-patients.ts';
import { importRecords } from './import-records.ts';

export interface ImportOutcome extends ImportCounts {
  readonly patientIds: readonly string[];
  readonly skipped: readonly SkippedEntry[];
}

export async function importContents(
  unit: PatientsUnit,
  contents: BundleContents,
  into: ImportInto,
): Promise<ImportOutcome> {
  const arrived = contents.resources.filter((resource) => resource.resourceType === 'Patient');
  const patients = await importPatients(unit, arrived, into);
  const outside = await knownOutside(unit, outsidePatientKeys(contents), into);
  const { resources, skipped } = settleOutsidePatients(contents, (key) => outside.has(key));
  const idOf = (key: string) => patients.idOfKey.get(key) ?? outside.get(key);
  const clinical = resources.filter((resource): resource is ReadClinical => resource.resourceType !== 'Patient');
  const records = clinical.flatMap((facts) => {
    const patientId = idOf(facts.patientKey);
    return patientId === undefined ? [] : [{ patientId, facts }];
  });
  const counts = await importRecords(unit, records, into);
  const patientIds = [...new Set([...patients.idOfKey.values(), ...records.map(({ patientId }) => patientId)])];
  for (const id of patientIds) unit.audit.record('patient.import', { id, patientId: id });
  return {
    patientIds,
    created: patients.created + counts.created,
    updated: patients.updated + counts.updated,
    unchanged: patients.unchanged + counts.unchanged,
    skipped: [...skipped, ...patients.skipped, ...withoutPatient(clinical, patients)].toSorted(
      (a, b) => a.index - b.index,
    ),
  };
}

/** Patients who are not in the bundle but were brought by an earlier one, by their source keys. */
async function knownOutside(unit: PatientsUnit, keys: readonly string[], { institutionId }: ImportInto) {
  const keyOfIndex = new Map(keys.map((key) => [unit.indexes.patientSource(institutionId, key), key]));
  const known = keys.length > 0 ? await unit.patientImports.known(institutionId, [...keyOfIndex.keys()], []) : [];
  return new Map(known.map(({ key, id }) => [keyOfIndex.get(key) ?? '', id]));
}

function withoutPatient(clinical: readonly ReadClinical[], patients: PatientImport): SkippedEntry[] {
  return clinical.flatMap(({ index, resourceType, patientKey }) => {
    const patientIndex = patients.refusedKeys.get(patientKey);
    if (patientIndex === undefined) return [];
    return [{ index, resourceType, reason: skipReasons.patientSkipped(patientIndex) }];
  });
}
