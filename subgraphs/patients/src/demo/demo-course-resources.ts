/** What holds over the whole course: diagnoses, long-term medication, allergy. */
import type { AllergyIntolerance, Condition, FhirResource, MedicationStatement, Reference } from 'fhir/r4.js';
import type { DemoCourse } from './demo-courses.ts';

const icd10 = 'http://hl7.org/fhir/sid/icd-10';
const terminology = 'http://terminology.hl7.org/CodeSystem';

export function courseResources(course: DemoCourse, about: Reference, visits: readonly Date[]): FhirResource[] {
  const since = visits[0]?.toISOString() ?? '';
  return [
    ...course.conditions.map((condition) => diagnosis(condition, about, since)),
    ...course.drugs.map((drug) => medication(drug, about, since)),
    ...(course.allergy === null ? [] : [allergy(course.allergy, about, since)]),
  ];
}

function diagnosis([code, display]: readonly [string, string], subject: Reference, since: string): Condition {
  return {
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ system: `${terminology}/condition-clinical`, code: 'active' }] },
    verificationStatus: { coding: [{ system: `${terminology}/condition-ver-status`, code: 'confirmed' }] },
    code: { coding: [{ system: icd10, code, display }], text: display },
    subject,
    onsetDateTime: since,
    recordedDate: since,
  };
}

function medication([name, dosage]: readonly [string, string], subject: Reference, since: string): MedicationStatement {
  return {
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationCodeableConcept: { text: name },
    subject,
    effectivePeriod: { start: since },
    dosage: [{ text: dosage }],
  };
}

function allergy(
  [substance, reaction]: readonly [string, string],
  patient: Reference,
  since: string,
): AllergyIntolerance {
  return {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: { coding: [{ system: `${terminology}/allergyintolerance-clinical`, code: 'active' }] },
    verificationStatus: { coding: [{ system: `${terminology}/allergyintolerance-verification`, code: 'confirmed' }] },
    criticality: 'high',
    code: { text: substance },
    patient,
    recordedDate: since,
    reaction: [{ manifestation: [{ text: reaction }] }],
  };
}
