/** A demo patient as a FHIR R4 Patient, the way a Chinese hospital system would send it. */
import type { Patient, PatientContact } from 'fhir/r4.js';
import type { DemoGuardian, DemoPatient } from './demo-patients.ts';

/** 居民身份证号 in the national register of object identifiers */
const identityNumberSystem = 'urn:oid:2.16.156.10011.1.3';

export function patientResource(patient: DemoPatient): Patient {
  return {
    resourceType: 'Patient',
    id: patient.id,
    identifier: [
      {
        use: 'official',
        type: { coding: [{ code: 'NNCHN' }] },
        system: identityNumberSystem,
        value: patient.identityNumber,
      },
    ],
    name: [{ use: 'official', text: patient.name }],
    telecom: [{ system: 'phone', value: patient.phone, use: 'mobile' }],
    gender: patient.gender,
    birthDate: patient.birthDate,
    address: [{ use: 'home', text: patient.address }],
    ...(patient.guardian === null ? {} : { contact: [guardianContact(patient.guardian)] }),
  };
}

function guardianContact({ name, relation, phone }: DemoGuardian): PatientContact {
  return { relationship: [{ text: relation }], name: { text: name }, telecom: [{ system: 'phone', value: phone }] };
}
