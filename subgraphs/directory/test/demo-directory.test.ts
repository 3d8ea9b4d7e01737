/** The demo directory holds together: valid codes, closed references, and the people that the demo accounts promise. */
import { demoCounts, demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import { expect, test } from 'vitest';
import { isInForce } from '../src/domain/institution.ts';
import { demoAccounts } from '../src/demo/demo-accounts.ts';
import { demoAgreements } from '../src/demo/demo-agreements.ts';
import { demoInstitutions } from '../src/demo/demo-institutions.ts';
import { demoPractitioners } from '../src/demo/demo-practitioners.ts';

const now = new Date('2026-11-20T08:00:00Z');
const institutions = demoInstitutions();
const practitioners = demoPractitioners(now);
const agreements = demoAgreements(now);
const accounts = demoAccounts();
const isUnique = (values: readonly unknown[]) => new Set(values).size === values.length;

/** GB 32100 by its definition, apart from the generator: the weighted sum with the check character is 0 modulo 31. */
function isSocialCreditCode(code: string): boolean {
  const values = Array.from(code, (character) => '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf(character));
  const sum = values.reduce((total, value, at) => total + value * (at === 17 ? 1 : 3 ** at % 31), 0);
  return code.length === 18 && !values.includes(-1) && sum % 31 === 0;
}

test('ids are valid UUIDv7, and no two are the same', () => {
  const ids = [...institutions, ...practitioners, ...agreements, ...accounts].map(({ id }) => id);
  expect(isUnique(ids)).toBe(true);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
});

test('twelve institutions over all levels, with valid social credit codes and short codes of their own', () => {
  expect(institutions).toHaveLength(demoCounts.institutions);
  expect(new Set(institutions.map(({ level }) => level)).size).toBe(6);
  expect(isSocialCreditCode('91350100M000100Y43')).toBe(true);
  expect(institutions.filter(({ creditCode }) => !isSocialCreditCode(creditCode))).toEqual([]);
  expect(institutions.filter(({ code }) => !/^[A-Z0-9]{4}$/.test(code))).toEqual([]);
  expect(institutions.filter(({ regionCode }) => !/^6401|^6404|^6405/.test(regionCode))).toEqual([]);
  expect([isUnique(institutions.map(({ code }) => code)), isUnique(institutions.map((one) => one.creditCode))]).toEqual(
    [true, true],
  );
});

test('forty practitioners with names and licences of their own, all at known institutions', () => {
  expect(practitioners).toHaveLength(demoCounts.practitioners);
  expect([
    isUnique(practitioners.map(({ name }) => name)),
    isUnique(practitioners.map((one) => one.licenceNumber)),
  ]).toEqual([true, true]);
  expect(practitioners.filter(({ licenceNumber }) => !/^\d{15}$/.test(licenceNumber))).toEqual([]);
  const known = new Set(institutions.map(({ id }) => id));
  expect(practitioners.filter(({ institutionId }) => !known.has(institutionId))).toEqual([]);
  const staffed = new Set(practitioners.map(({ institutionId }) => institutionId));
  expect(staffed).toEqual(known);
  expect(practitioners.filter(({ practiceStartedOn }) => practiceStartedOn > '2023-11-20')).toEqual([]);
});

test('agreements join known institutions, are in force today, and one has run out', () => {
  const known = new Set(institutions.map(({ id }) => id));
  const ends = agreements.flatMap((one) => [one.requestingInstitutionId, one.answeringInstitutionId]);
  expect(ends.filter((id) => !known.has(id))).toEqual([]);
  expect(isUnique(agreements.map((one) => `${one.requestingInstitutionId} ${one.answeringInstitutionId}`))).toBe(true);
  const inForce = agreements.filter((agreement) => isInForce(agreement, now));
  expect(agreements.length - inForce.length).toBe(1);
});

test('the accounts are the ten roles, and both experts have an agreement with the requester’s clinic', () => {
  expect(accounts.map(({ username }) => username).join(' ')).toBe(
    'requester expert1 expert2 coordinator patient pharmacist finance auditor admin partner',
  );
  const account = (username: string) => accounts.find((one) => one.username === username);
  const [requester, clinic] = [account('requester'), institutions[0]];
  expect(clinic?.name).toBe('青山镇卫生院');
  expect([requester?.institutionId, account('partner')?.institutionId]).toEqual([clinic?.id, clinic?.id]);
  expect([account('expert1')?.practitionerId, account('expert2')?.practitionerId]).toEqual([
    demoExpertId(1),
    demoExpertId(2),
  ]);
  expect(account('patient')?.patientId).toBe(demoId('patient', 1));
  for (const expert of ['expert1', 'expert2']) {
    const hospital = institutions.find(({ id }) => id === account(expert)?.institutionId);
    expect(hospital?.level).toBe('TERTIARY_HOSPITAL');
    expect(
      agreements.filter(
        (one) => one.requestingInstitutionId === clinic?.id && one.answeringInstitutionId === hospital?.id,
      ),
    ).toHaveLength(1);
  }
});

test('every account has a name to show', () => {
  expect(accounts.filter(({ displayName }) => displayName === '')).toEqual([]);
  expect(accounts.find(({ username }) => username === 'requester')?.displayName).toBe(practitioners[0]?.name);
});

test('an account with a practitioner belongs to the practitioner’s institution', () => {
  for (const { practitionerId, institutionId } of accounts.filter((one) => one.practitionerId !== null)) {
    expect(practitioners.find(({ id }) => id === practitionerId)?.institutionId).toBe(institutionId);
  }
});

test('the same moment gives the same data', () => {
  expect(demoPractitioners(now)).toEqual(practitioners);
  expect(demoAgreements(now)).toEqual(agreements);
});
