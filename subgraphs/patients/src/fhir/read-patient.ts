/** A FHIR Patient as the person this platform keeps: a name and a birth date are required, an identity number is checked. */
import * as z from 'zod';
import { codeOf } from './coding.ts';
import { dayElement, identifierElement, type FhirIdentifier } from './fhir-elements.ts';
import { normalIdentityNumber, readIdentifier } from './identity-identifier.ts';
import type { JsonObject } from './json-value.ts';
import { addressElement, addressOf, contactPointElement, phoneOf } from './patient-contact.ts';
import { displayName, humanNameElement } from './patient-name.ts';
import { readElements } from './read-elements.ts';
import type { OtherIdentifier, PatientFacts } from './read-resource.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';
import { skipReasons } from './skip-reasons.ts';

const patientElements = z.object({
  identifier: z.array(identifierElement).nullish(),
  name: z.array(humanNameElement),
  gender: z.enum(['male', 'female', 'other', 'unknown']).nullish(),
  birthDate: dayElement,
  telecom: z.array(contactPointElement).nullish(),
  address: z.array(addressElement).nullish(),
});

export function readPatient(resource: JsonObject): ReadResult<PatientFacts> {
  const read = readElements(patientElements, resource);
  if (!read.ok) return read;
  const patient = read.kept;
  const name = displayName(patient.name);
  if (name === null) return skipped('required element name is missing');
  const identifiers = patient.identifier ?? [];
  if (identifiers.some((one) => readIdentifier(one) === 'wrong-check-digit'))
    return skipped(skipReasons.identityChecksum);
  return kept({
    resourceType: 'Patient',
    name,
    gender: patient.gender ?? 'unknown',
    birthDate: patient.birthDate,
    ...identityOf(identifiers),
    phone: phoneOf(patient.telecom ?? []),
    address: addressOf(patient.address ?? []),
  });
}

function identityOf(identifiers: readonly FhirIdentifier[]): Pick<PatientFacts, 'identityNumber' | 'otherIdentifiers'> {
  const identity = identifiers.find((one) => readIdentifier(one) === 'identity-number');
  return {
    identityNumber: identity === undefined ? null : normalIdentityNumber(identity.value),
    otherIdentifiers: identifiers.filter((one) => readIdentifier(one) === 'other').flatMap(otherIdentifier),
  };
}

function otherIdentifier({ system, type, value }: FhirIdentifier): OtherIdentifier[] {
  return value ? [{ system: system || null, type: codeOf(type), value }] : [];
}
