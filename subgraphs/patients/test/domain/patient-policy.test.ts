/** Who may do what with a patient: every role, at home and elsewhere, with and without a case and a consent. */
import { roles, type Role, type Viewer } from '@huizhen/platform/access/viewer';
import { describe, expect, test } from 'vitest';
import {
  mayChangeConsent,
  mayImport,
  mayKnowPatient,
  mayReadRecord,
  maySearch,
  maySeeIdentityNumber,
  type PatientStanding,
} from '../../src/domain/patient-policy.ts';

const patient = { id: 'patient', institutionId: 'clinic' };
const stranger: PatientStanding = { patient, relations: [], consented: false };
const consented: PatientStanding = { ...stranger, consented: true };
const invited: PatientStanding = { patient, relations: ['EXPERT'], consented: true };
const withdrawn: PatientStanding = { patient, relations: ['EXPERT'], consented: false };
const queued: PatientStanding = { patient, relations: ['COORDINATOR'], consented: true };

function viewer(role: Role | null, more: Partial<Viewer> = {}): Viewer {
  return {
    subject: 'account',
    displayName: '',
    roles: role === null ? [] : [role],
    institutionId: 'clinic',
    practitionerId: 'practitioner',
    patientId: null,
    centre: false,
    service: null,
    scopes: [],
    partnerAppId: null,
    ...more,
  };
}
const elsewhere = { institutionId: 'elsewhere' };
const self = { institutionId: null, practitionerId: null, patientId: 'patient' };

/** [who, viewer, standing, may know, may read] */
const table: readonly (readonly [string, Viewer, PatientStanding, boolean, boolean])[] = [
  ['the requesting doctor of the managing institution', viewer('REQUESTER'), stranger, true, true],
  ['a requesting doctor elsewhere', viewer('REQUESTER', elsewhere), consented, false, false],
  [
    'a requesting doctor elsewhere, invited by mistake of a role',
    viewer('REQUESTER', elsewhere),
    invited,
    false,
    false,
  ],
  ['a requesting doctor without an institution', viewer('REQUESTER', { institutionId: null }), consented, false, false],
  ['the partner app of the managing institution', viewer('PARTNER'), consented, true, false],
  ['a partner app elsewhere', viewer('PARTNER', elsewhere), consented, false, false],
  ['the patient', viewer('PATIENT', self), stranger, true, true],
  ['another patient', viewer('PATIENT', { ...self, patientId: 'other' }), invited, false, false],
  ['an account that names the patient without the role', viewer('FINANCE', self), consented, false, false],
  ['an invited expert under consent', viewer('EXPERT', elsewhere), invited, true, true],
  ['an invited expert after withdrawal', viewer('EXPERT', elsewhere), withdrawn, false, false],
  ['an expert who is not invited', viewer('EXPERT', elsewhere), consented, false, false],
  ['an expert of the managing institution who is not invited', viewer('EXPERT'), consented, false, false],
  ['an expert of the coordinator’s case only', viewer('EXPERT', elsewhere), queued, false, false],
  ['the coordinator of a waiting case', viewer('COORDINATOR', elsewhere), queued, true, false],
  [
    'the coordinator without consent on file',
    viewer('COORDINATOR', elsewhere),
    { ...queued, consented: false },
    true,
    false,
  ],
  ['a coordinator without a case', viewer('COORDINATOR', elsewhere), consented, false, false],
  ['a service', viewer(null, { service: 'billing', institutionId: null }), stranger, true, false],
  ['nobody in particular', viewer(null), consented, false, false],
  ...(['PHARMACIST', 'FINANCE', 'AUDITOR', 'ADMIN'] as const).map(
    (role) =>
      [
        `${role} of the managing institution`,
        viewer(role),
        { ...invited, relations: ['EXPERT', 'COORDINATOR'] },
        false,
        false,
      ] as const,
  ),
];

describe.each(table)('%s', (_who, who, standing, know, read) => {
  test(`${know ? 'may' : 'may not'} know the patient, ${read ? 'may' : 'may not'} read the record`, () => {
    expect(mayKnowPatient(who, standing).allowed).toBe(know);
    expect(mayReadRecord(who, standing).allowed).toBe(read);
  });

  test('is told NOT_FOUND where the patient must not be known, FORBIDDEN where only the record is closed', () => {
    expect(mayKnowPatient(who, standing)).toMatchObject(know ? { allowed: true } : { code: 'NOT_FOUND' });
    if (!read) expect(mayReadRecord(who, standing)).toMatchObject({ code: know ? 'FORBIDDEN' : 'NOT_FOUND' });
  });
});

test('whoever may read the record may know the patient', () => {
  for (const [, who, standing] of table) {
    if (mayReadRecord(who, standing).allowed) expect(mayKnowPatient(who, standing).allowed).toBe(true);
  }
});

test('the whole identity number is for the patient, and for the managing institution’s requesting doctors who say what for', () => {
  const seenFor = (purpose: string | null) =>
    table.filter(([, who]) => maySeeIdentityNumber(who, patient, purpose)).map(([name]) => name);
  expect(seenFor(null)).toEqual(['the patient']);
  expect(seenFor('insurance claim')).toEqual(['the requesting doctor of the managing institution', 'the patient']);
});

test('consents are changed by the same two; a partner app is told why not', () => {
  const changing = table.filter(([, who]) => mayChangeConsent(who, patient).allowed).map(([name]) => name);
  expect(changing).toEqual(['the requesting doctor of the managing institution', 'the patient']);
  expect(mayChangeConsent(viewer('PARTNER'), patient)).toMatchObject({ code: 'FORBIDDEN' });
});

test('only requesting doctors and partner apps of an institution import', () => {
  expect(roles.filter((role) => mayImport(viewer(role)).allowed)).toEqual(['REQUESTER', 'PARTNER']);
  expect(roles.filter((role) => mayImport(viewer(role, { institutionId: null })).allowed)).toEqual([]);
});

test('the same search, and patients find themselves', () => {
  expect(roles.filter((role) => maySearch(viewer(role)).allowed)).toEqual(['REQUESTER', 'PARTNER']);
  expect(maySearch(viewer('PATIENT', self)).allowed).toBe(true);
});
