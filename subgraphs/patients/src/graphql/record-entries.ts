/** From entries of a record to what the graph shows of each kind. */
import type { ClinicalRecord } from '../domain/clinical-record.ts';
import type { AllergyType, ConditionType, EncounterType, MedicationType, ObservationType } from './medical-record.type.ts';

export function encounterType({ id, effectiveAt, endedAt, content }: ClinicalRecord): EncounterType {
  const { code, classCode, status, text } = content;
  return { id, code, classCode, status, startedAt: effectiveAt, endedAt, text };
}

export function conditionType({ id, effectiveAt, endedAt, content }: ClinicalRecord): ConditionType {
  const { code, status, verification, text } = content;
  return { id, code, status, verification, effectiveAt, endedAt, text };
}

export function observationType({ id, effectiveAt, content }: ClinicalRecord): ObservationType {
  const { code, value, unit, text, status, components } = content;
  return { id, code, effectiveAt, value, unit, text, status, components };
}

export function medicationType({ id, effectiveAt, endedAt, content }: ClinicalRecord): MedicationType {
  const { code, status, text, resourceType } = content;
  return { id, code, prescribed: resourceType === 'MedicationRequest', status, effectiveAt, endedAt, text };
}

export function allergyType({ id, effectiveAt, content }: ClinicalRecord): AllergyType {
  const { code, status, verification, criticality, text } = content;
  return { id, code, status, verification, criticality, effectiveAt, text };
}
