/** Seals patients and writes their rows with everything by which they are found. */
import type { Gender } from '../domain/gender.ts';
import { normalizePhone } from '../domain/phone-number.ts';
import { readGuardian } from '../fhir/read-guardian.ts';
import type { FhirGender } from '../fhir/read-resource.ts';
import type { PatientToWrite } from '../store/patient-import.repository.ts';
import type { PatientsUnit } from '../store/patients.store.ts';
import { sealPatient } from '../store/sealed-patient.ts';
import type { PatientArrival } from './match-patients.ts';

export interface PatientToSeal {
  readonly id: string;
  readonly arrival: PatientArrival;
}

const genders: Readonly<Record<FhirGender, Gender>> = {
  male: 'MALE',
  female: 'FEMALE',
  other: 'OTHER',
  unknown: 'UNKNOWN',
};

/** Answers the source indexes of those who really were new. */
export async function insertPatients(
  unit: PatientsUnit,
  institutionId: string,
  some: readonly PatientToSeal[],
): Promise<Set<string>> {
  const inserted = await unit.patientImports.insertAll(await sealAll(unit, institutionId, some));
  const fresh = some.filter(({ arrival }) => inserted.has(arrival.sourceIndex));
  await unit.patientImports.replaceNameTokens(institutionId, fresh.map(named));
  return inserted;
}

export async function updatePatients(
  unit: PatientsUnit,
  institutionId: string,
  some: readonly PatientToSeal[],
): Promise<void> {
  if (some.length === 0) return;
  await unit.patientImports.updateAll(await sealAll(unit, institutionId, some));
  await unit.patientImports.replaceNameTokens(institutionId, some.map(named));
}

async function sealAll(
  unit: PatientsUnit,
  institutionId: string,
  some: readonly PatientToSeal[],
): Promise<PatientToWrite[]> {
  const rows: PatientToWrite[] = [];
  for (const { id, arrival } of some) rows.push(await sealOne(unit, institutionId, { id, arrival }));
  return rows;
}

async function sealOne(
  unit: PatientsUnit,
  institutionId: string,
  { id, arrival }: PatientToSeal,
): Promise<PatientToWrite> {
  const { facts, sourceIndex, identityIndex } = arrival;
  const cipher = await unit.keys.forWriting(id);
  const identity = { ...facts, gender: genders[facts.gender], guardian: readGuardian(facts.raw) };
  return {
    id,
    institution_id: institutionId,
    source_index: sourceIndex,
    identity_index: identityIndex,
    phone_index: facts.phone && unit.indexes.phone(institutionId, normalizePhone(facts.phone)),
    content_index: unit.indexes.content(id, facts.contentHash),
    sealed: sealPatient(id, identity, cipher),
  };
}

function named({ id, arrival }: PatientToSeal) {
  return { id, name: arrival.facts.name };
}
