/** A patient's row: what identifies a person lies sealed under the patient's own key. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import { z } from 'zod';
import { genders } from '../domain/gender.ts';
import type { Patient, PatientIdentity } from '../domain/patient.ts';

const bytes = z.instanceof(Buffer);

export const patientRow = z.object({
  id: z.string(),
  institution_id: z.string(),
  gender: z.enum(genders),
  birth_date: z.string(),
  name: bytes,
  identity_number: bytes.nullable(),
  phone: bytes.nullable(),
  address: bytes.nullable(),
  guardian: bytes.nullable(),
});
export type PatientRow = z.infer<typeof patientRow>;

const guardian = z.object({ name: z.string(), relation: z.string().nullable(), phone: z.string().nullable() });

/** What is sealed is opened when it is asked for: a list of names opens no identity numbers. */
export function openPatient(row: PatientRow, cipher: PatientCipher): Patient {
  const open = (column: string, sealed: Buffer | null) =>
    sealed === null ? null : cipher.open('patients', column, row.id, sealed);
  return {
    id: row.id,
    institutionId: row.institution_id,
    gender: row.gender,
    birthDate: row.birth_date,
    get name() {
      return cipher.open('patients', 'name', row.id, row.name);
    },
    get identityNumber() {
      return open('identity_number', row.identity_number);
    },
    get phone() {
      return open('phone', row.phone);
    },
    get address() {
      return open('address', row.address);
    },
    get guardian() {
      const text = open('guardian', row.guardian);
      return text === null ? null : guardian.parse(JSON.parse(text));
    },
  };
}

/** Columns in hex, to travel inside JSON. */
export function sealPatient(id: string, identity: PatientIdentity & { raw: string }, cipher: PatientCipher) {
  const seal = (column: string, text: string | null) =>
    text === null ? null : cipher.seal('patients', column, id, text).toString('hex');
  return {
    gender: identity.gender,
    birth_date: identity.birthDate,
    name: seal('name', identity.name),
    identity_number: seal('identity_number', identity.identityNumber),
    phone: seal('phone', identity.phone),
    address: seal('address', identity.address),
    guardian: seal('guardian', identity.guardian && JSON.stringify(identity.guardian)),
    raw: seal('raw', identity.raw),
  };
}

export type SealedPatient = ReturnType<typeof sealPatient>;
