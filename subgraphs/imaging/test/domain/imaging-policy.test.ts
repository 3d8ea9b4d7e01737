import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { expect, test } from 'vitest';
import {
  mayIssueReport,
  mayKnowStudy,
  mayUploadFor,
  mayViewStudy,
  type CareRelationKind,
} from '../../src/domain/imaging-policy.ts';

const study = { patientId: 'patient', institutionId: 'clinic' };
const nobody = {
  subject: 'x',
  displayName: '',
  institutionId: null,
  practitionerId: null,
  patientId: null,
  centre: false,
  service: null,
  scopes: [],
  partnerAppId: null,
};
const at = (institutionId: string, ...roles: Role[]): Viewer => ({
  ...nobody,
  roles,
  institutionId,
  practitionerId: 'practitioner',
});
const related = (...kinds: CareRelationKind[]) => ({
  study,
  relations: kinds.map((kind) => ({ kind, patientId: 'patient', consultationId: 'case' })),
});
const outcome = (decision: { allowed: boolean; code?: string }) => (decision.allowed ? 'yes' : (decision.code ?? ''));

const [yes, hidden, forbidden] = ['yes', 'NOT_FOUND', 'FORBIDDEN'] as const;
type Row = [
  who: string,
  viewer: Viewer,
  kinds: CareRelationKind[],
  know: string,
  view: string,
  report: string,
  upload: string,
];

const table: Row[] = [
  ['requester of the institution', at('clinic', 'REQUESTER'), [], yes, yes, forbidden, yes],
  ['partner app of the institution', at('clinic', 'PARTNER'), [], yes, forbidden, forbidden, yes],
  ['expert of the institution', at('clinic', 'EXPERT'), [], yes, yes, yes, hidden],
  ['requester elsewhere', at('other', 'REQUESTER'), [], hidden, hidden, hidden, hidden],
  ['expert elsewhere, not invited', at('other', 'EXPERT'), [], hidden, hidden, hidden, hidden],
  ['invited expert', at('other', 'EXPERT'), ['EXPERT'], yes, yes, yes, hidden],
  ['invited, and an expert no more', at('other', 'REQUESTER'), ['EXPERT'], hidden, hidden, hidden, hidden],
  ['coordinator of the case', at('other', 'COORDINATOR'), ['COORDINATOR'], yes, forbidden, forbidden, hidden],
  ['the patient', { ...nobody, roles: ['PATIENT'], patientId: 'patient' }, [], yes, yes, forbidden, hidden],
  ['another patient', { ...nobody, roles: ['PATIENT'], patientId: 'other' }, [], hidden, hidden, hidden, hidden],
  ['finance of the institution', at('clinic', 'FINANCE'), [], hidden, hidden, hidden, hidden],
  ['administrator of the institution', at('clinic', 'ADMIN'), [], hidden, hidden, hidden, hidden],
  ['a service', { ...nobody, roles: [], service: 'consultations' }, [], yes, forbidden, forbidden, hidden],
];

test.each(table)('%s', (...row) => {
  const [, viewer, kinds, know, view, report, upload] = row;
  const standing = related(...kinds);
  expect(outcome(mayKnowStudy(viewer, standing))).toBe(know);
  expect(outcome(mayViewStudy(viewer, standing))).toBe(view);
  expect(outcome(mayIssueReport(viewer, standing, true))).toBe(report);
  expect(outcome(mayUploadFor(viewer, study.institutionId))).toBe(upload);
  expect(outcome(mayUploadFor(viewer, null))).toBe(hidden);
});

test('an expert from elsewhere who has not accepted a diagnosis signs no report', () => {
  expect(outcome(mayIssueReport(at('other', 'EXPERT'), related('EXPERT'), false))).toBe(forbidden);
});

test('a relation to another patient opens nothing', () => {
  const relations = [{ kind: 'EXPERT' as const, patientId: 'other', consultationId: 'case' }];
  expect(outcome(mayKnowStudy(at('other', 'EXPERT'), { study, relations }))).toBe(hidden);
});
