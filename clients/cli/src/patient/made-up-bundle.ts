/** A FHIR R4 bundle as a clinic's system would send it: a made-up patient whose blood pressure stays too high. */
import { madeUpPerson, type MadeUpPerson } from './made-up-person.ts';

const loinc = 'http://loinc.org';
const terminology = 'http://terminology.hl7.org/CodeSystem';
const day = 24 * 60 * 60 * 1_000;

/** The same text for the same run, so that sending it again changes nothing. */
export function madeUpBundle(runId: string, startedAt: Date): string {
  const subject = { reference: `Patient/demo-${runId}` };
  const clinical = [
    condition(subject, daysBefore(startedAt, 700)),
    medication(subject, daysBefore(startedAt, 14)),
    ...[28, 14, 0].flatMap((days, visit) => measurements(subject, daysBefore(startedAt, days), visit)),
  ].map((resource, at) => ({ ...resource, id: `demo-${runId}-${at}` }));
  const resources = [patient(`demo-${runId}`, madeUpPerson(runId)), ...clinical];
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  });
}

function patient(id: string, { name, gender, birthDate, identityNumber }: MadeUpPerson) {
  const type = { coding: [{ code: 'NNCHN' }], text: '居民身份证' };
  const identifier = [{ use: 'official', type, system: 'urn:oid:2.16.156.10011.1.3', value: identityNumber }];
  return { resourceType: 'Patient', id, identifier, name: [{ use: 'official', text: name }], gender, birthDate };
}

function condition(subject: object, since: string) {
  return {
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ system: `${terminology}/condition-clinical`, code: 'active' }] },
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'I10', display: '原发性高血压' }] },
    subject,
    onsetDateTime: since,
    recordedDate: since,
  };
}

function medication(subject: object, since: string) {
  return {
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationCodeableConcept: { text: '氨氯地平片' },
    subject,
    effectivePeriod: { start: since },
    dosage: [{ text: '5 mg 每日一次 口服' }],
  };
}

function measurements(subject: object, at: string, visit: number) {
  return [
    observation(subject, at, { code: '8480-6', display: '收缩压', value: [172, 170, 168][visit], unit: 'mm[Hg]' }),
    observation(subject, at, { code: '8462-4', display: '舒张压', value: [104, 100, 102][visit], unit: 'mm[Hg]' }),
    observation(subject, at, { code: '8867-4', display: '心率', value: [84, 80, 82][visit], unit: '/min' }),
  ];
}

interface Measured {
  readonly code: string;
  readonly display: string;
  readonly value: number | undefined;
  readonly unit: string;
}

function observation(subject: object, at: string, { code, display, value, unit }: Measured) {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: loinc, code, display }], text: display },
    subject,
    effectiveDateTime: at,
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  };
}

function daysBefore(moment: Date, days: number): string {
  return new Date(moment.getTime() - days * day).toISOString();
}
