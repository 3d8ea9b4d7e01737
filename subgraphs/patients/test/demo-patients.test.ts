/** The demo patients are valid people, and their histories enter by the same import as everybody's. */
import { demoCounts, demoId } from '@huizhen/schema/demo-ids';
import { expect, test } from 'vitest';
import { demoConsents } from '../src/demo/demo-consents.ts';
import { demoHistory } from '../src/demo/demo-history.ts';
import { demoPatients } from '../src/demo/demo-patients.ts';
import { residentIdentityNumber } from '../src/demo/resident-identity-number.ts';
import { readBundle } from '../src/fhir/read-bundle.ts';

const now = new Date('2026-11-20T08:00:00Z');
const patients = demoPatients();

/** ISO 7064 MOD 11-2 in its recursive form, apart from the generator. */
function isIdentityNumber(number: string): boolean {
  const digits = Array.from(number, (digit) => (digit === 'X' ? 10 : Number(digit)));
  const product = digits.slice(0, 17).reduce((rest, digit) => ((rest + digit) * 2) % 11, 0);
  return number.length === 18 && (product + (digits[17] ?? 0)) % 11 === 1;
}

test('the generator agrees with the published examples', () => {
  const parts = { regionCode: '110105', birthDate: '1949-12-31', order: 1, gender: 'female' } as const;
  expect(residentIdentityNumber(parts)).toBe('11010519491231002X');
  expect([
    isIdentityNumber('11010519491231002X'),
    isIdentityNumber('440524188001010014'),
    isIdentityNumber('440524188001010015'),
  ]).toEqual([true, true, false]);
});

test('thirty patients whose identity numbers are valid and tell their birth date and gender', () => {
  expect(patients).toHaveLength(demoCounts.patients);
  expect(new Set(patients.map((one) => one.identityNumber)).size).toBe(demoCounts.patients);
  for (const { identityNumber, birthDate, gender, phone } of patients) {
    expect(isIdentityNumber(identityNumber)).toBe(true);
    expect(identityNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
    expect(Number(identityNumber[16]) % 2 === 1).toBe(gender === 'male');
    expect(phone).toMatch(/^1\d{10}$/);
  }
});

test('every insurance occurs, and children have a guardian', () => {
  expect(new Set(patients.map(({ insurance }) => insurance)).size).toBe(3);
  const children = patients.filter(({ birthDate }) => birthDate > '2008-11-20');
  expect(children.map(({ guardian }) => guardian === null)).toEqual([false, false, false]);
});

test('every history is read whole, and holds two years of every kind of record', () => {
  for (const patient of patients) {
    const reading = readBundle(demoHistory(patient, now));
    if (!reading.ok) throw new Error('the bundle was refused');
    expect(reading.skipped).toEqual([]);
    const [person, ...records] = reading.resources;
    expect(person).toMatchObject({
      sourceKey: `urn:uuid:${patient.id}`,
      name: patient.name,
      identityNumber: patient.identityNumber,
    });
    const types = new Set(records.map(({ resourceType }) => resourceType));
    expect([...types]).toEqual(
      expect.arrayContaining(['Encounter', 'Condition', 'Observation', 'MedicationStatement']),
    );
    const times = records.flatMap((one) => (one.resourceType === 'Patient' ? [] : (one.effectiveAt?.getTime() ?? [])));
    expect((Math.max(...times) - Math.min(...times)) / 86_400_000).toBeGreaterThan(700);
    expect(Math.max(...times)).toBeLessThan(now.getTime());
  }
});

test('blood pressure falls under treatment and reads as people write it', () => {
  const reading = readBundle(demoHistory(patients[0] ?? neverEmpty(), now));
  const pressures = reading.ok
    ? reading.resources.filter((one) => one.resourceType === 'Observation' && one.code.code === '85354-9')
    : [];
  expect(pressures).toHaveLength(9);
  expect(
    pressures.every((one) => one.resourceType === 'Observation' && /^1\d\d\/\d\d mmHg$/.test(one.text ?? '')),
  ).toBe(true);
});

test('the same moment gives the same text; ids stay the same over time', () => {
  const [first, second] = [patients[0] ?? neverEmpty(), patients[1] ?? neverEmpty()];
  expect(demoHistory(first, now)).toBe(demoHistory(first, now));
  const keys = (patient: typeof first, at: Date) => {
    const reading = readBundle(demoHistory(patient, at));
    return reading.ok ? reading.resources.map(({ sourceKey }) => sourceKey) : [];
  };
  expect(keys(first, new Date('2027-03-01T00:00:00Z'))).toEqual(keys(first, now));
  expect(keys(first, now).filter((key) => keys(second, now).includes(key))).toEqual([]);
});

test('consents: one patient never gave any, one withdrew, the patient of the account has one in force', () => {
  const consents = demoConsents(now);
  expect(new Set(consents.map(({ id }) => id)).size).toBe(consents.length);
  const remote = consents.filter(({ purpose }) => purpose === 'REMOTE_CONSULTATION');
  expect(remote).toHaveLength(demoCounts.patients - 1);
  expect(consents.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ patientId }) => patientId)).toEqual([
    demoId('patient', 22),
  ]);
  expect(remote[0]).toMatchObject({ patientId: demoId('patient', 1), withdrawnAt: null });
  expect(remote.every(({ signedAt, validUntil }) => signedAt < now && validUntil > now)).toBe(true);
});

function neverEmpty(): never {
  throw new Error('there are no demo patients');
}
