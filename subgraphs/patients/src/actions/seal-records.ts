/** From what was read of a resource to the row that is written. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import type { RecordContent, RecordKind } from '../domain/clinical-record.ts';
import type { ReadClinical } from '../fhir/read-resource.ts';
import type { RecordToWrite } from '../store/record-import.repository.ts';
import type { PatientsUnit } from '../store/patients.store.ts';
import { sealRecord } from '../store/sealed-record.ts';

export interface RecordOfPatient {
  readonly patientId: string;
  readonly facts: ReadClinical;
}

export interface RecordArrival extends RecordOfPatient {
  readonly sourceIndex: string;
  readonly contentIndex: string;
}

export interface RecordToSeal {
  readonly id: string;
  readonly institutionId: string;
  readonly arrival: RecordArrival;
}

const kinds: Readonly<Record<ReadClinical['resourceType'], RecordKind>> = {
  Encounter: 'Encounter',
  Condition: 'Condition',
  Observation: 'Observation',
  MedicationRequest: 'Medication',
  MedicationStatement: 'Medication',
  AllergyIntolerance: 'Allergy',
};

export function recordArrival(unit: PatientsUnit, record: RecordOfPatient): RecordArrival {
  const { patientId, facts } = record;
  return {
    ...record,
    sourceIndex: unit.indexes.recordSource(patientId, facts.sourceKey),
    contentIndex: unit.indexes.content(patientId, facts.contentHash),
  };
}

export function recordToWrite(
  unit: PatientsUnit,
  { id, institutionId, arrival }: RecordToSeal,
  cipher: PatientCipher,
): RecordToWrite {
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
