/** Brings the entries of records into the institution: new ones are added, changed ones replaced, equal ones left alone. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import type { RecordContent, RecordKind } from '../domain/clinical-record.ts';
import type { ReadClinical } from '../fhir/read-resource.ts';
import type { RecordToWrite } from '../store/record-import.repository.ts';
import type { PatientsUnit } from '../store/patients.store.ts';
import { sealRecord } from '../store/sealed-record.ts';
import type { ImportCounts, ImportInto } from './import-contents.ts';
import { insertOrMatch } from './insert-or-match.ts';

export interface RecordOfPatient {
  readonly patientId: string;
  readonly facts: ReadClinical;
}

interface Arrival extends RecordOfPatient {
  readonly sourceIndex: string;
  readonly contentIndex: string;
}

const kinds: Readonly<Record<ReadClinical['resourceType'], RecordKind>> = {
  Encounter: 'Encounter',
  Condition: 'Condition',
  Observation: 'Observation',
  MedicationRequest: 'Medication',
  MedicationStatement: 'Medication',
  AllergyIntolerance: 'Allergy',
};

export async function importRecords(unit: PatientsUnit, records: readonly RecordOfPatient[], into: ImportInto): Promise<ImportCounts> {
  const arrivals = records.map((record) => arrivalOf(unit, record));
  const ciphers = await unit.keys.forReading(records.map(({ patientId }) => patientId));
  const rows = (some: readonly (readonly [Arrival, string])[]) =>
    some.map(([arrival, id]) => rowOf(unit, { arrival, id, institutionId: into.institutionId }, cipherOf(ciphers, arrival)));
  const { inserted, matched } = await insertOrMatch(arrivals, {
    known: (some) => knownRecords(unit, some),
    insert: (some) => unit.recordImports.insertAll(rows(some.map((arrival) => [arrival, into.ids.next()]))),
  });
  const changed = matched.filter(([{ contentIndex }, known]) => known.contentIndex !== contentIndex);
  await unit.recordImports.updateAll(rows(changed.map(([arrival, { id }]) => [arrival, id])));
  return { created: inserted.length, updated: changed.length, unchanged: matched.length - changed.length };
}

function arrivalOf(unit: PatientsUnit, record: RecordOfPatient): Arrival {
  const { patientId, facts } = record;
  return {
    ...record,
    sourceIndex: unit.indexes.recordSource(patientId, facts.sourceKey),
    contentIndex: unit.indexes.content(patientId, facts.contentHash),
  };
}

async function knownRecords(unit: PatientsUnit, some: readonly Arrival[]) {
  if (some.length === 0) return new Map<string, { id: string; contentIndex: string }>();
  const wanted = some.map(({ patientId, sourceIndex }) => ({ patient_id: patientId, source_index: sourceIndex }));
  const known = await unit.recordImports.known(wanted);
  return new Map(known.map(({ key, id, content_index: contentIndex }) => [key, { id, contentIndex }]));
}

interface RowToSeal {
  readonly id: string;
  readonly institutionId: string;
  readonly arrival: Arrival;
}

function rowOf(unit: PatientsUnit, { id, institutionId, arrival }: RowToSeal, cipher: PatientCipher): RecordToWrite {
  const { patientId, facts, sourceIndex, contentIndex } = arrival;
  return {
    id,
    patient_id: patientId,
    institution_id: institutionId,
    kind: kinds[facts.resourceType],
    source_index: sourceIndex,
    content_index: contentIndex,
    code_index: unit.indexes.code(patientId, facts.code.code),
    effective_at: facts.effectiveAt,
    ended_at: facts.endedAt,
    entered_in_error: facts.enteredInError,
    ...sealRecord(id, { content: contentOf(facts), raw: facts.raw }, cipher),
  };
}

function contentOf(facts: ReadClinical): RecordContent {
  const { resourceType, code, status, text } = facts;
  return {
    resourceType,
    code,
    status,
    text,
    value: 'value' in facts ? facts.value : null,
    unit: 'unit' in facts ? facts.unit : null,
    components: 'components' in facts ? facts.components : [],
    classCode: 'classCode' in facts ? facts.classCode : null,
    verification: 'verification' in facts ? facts.verification : null,
    criticality: 'criticality' in facts ? facts.criticality : null,
  };
}

function cipherOf(ciphers: ReadonlyMap<string, PatientCipher>, { patientId }: Arrival): PatientCipher {
  const cipher = ciphers.get(patientId);
  if (cipher === undefined) throw new Error(`Patient ${patientId} is here without a data key.`);
  return cipher;
}
