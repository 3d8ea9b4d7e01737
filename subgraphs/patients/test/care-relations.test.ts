/** Experts and coordinators come to a patient through what consultations answers; here a script answers in its place. */
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aPatient, bundleOf } from './fhir-samples.ts';
import { openPatients, person, type OpenPatients } from './given.ts';

interface Relation {
  readonly patientId: string;
  readonly kind: 'EXPERT' | 'COORDINATOR';
}

const NAMES = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { name identityNumber } } }`;
const RECORDS = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { record { observations { totalCount } } } } }`;

const requester = person('REQUESTER');
const expert = person('EXPERT', { institutionId: randomUUID() });
const coordinator = person('COORDINATOR', { institutionId: randomUUID(), centre: true });

let huizhen: OpenPatients;
let relations: readonly Relation[] = [];
let questions: unknown[] = [];

/** The consultations subgraph as the patients see it: an answer to one question. */
const script: SubgraphPeer = {
  name: 'consultations',
  execute: ({ variables }) => {
    questions.push(variables?.['patientIds']);
    return Promise.resolve({ data: { careRelations: relations } });
  },
  subscribe: () => Promise.resolve({}),
  route: () => Promise.resolve(null),
};

beforeAll(async () => {
  huizhen = await openPatients({ peer: () => script });
}, 120_000);
afterAll(() => huizhen.close());
beforeEach(() => {
  relations = [];
  questions = [];
});

async function patientWithRecord(): Promise<string> {
  const key = randomUUID();
  const number = { identifier: [{ type: { text: '身份证' }, value: '11010519491231002X' }] };
  const code = { coding: [{ system: 'http://loinc.org', code: '8867-4' }] };
  const subject = { reference: `urn:uuid:${key}` };
  const observation = { resourceType: 'Observation', status: 'final', code, subject, valueInteger: 70 };
  const bundle = bundleOf([aPatient(key, number), { fullUrl: `urn:uuid:${randomUUID()}`, resource: observation }]);
  const doctor = { ...requester, institutionId: randomUUID() };
  const query = `mutation($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { patients { id } } }`;
  const { data } = await huizhen.ask(doctor, query, { input: { bundle } });
  const [patient] = (data['importFhirBundle'] as { patients: { id: string }[] }).patients;
  doctors.set(patient?.id ?? '', doctor);
  return patient?.id ?? '';
}
const doctors = new Map<string, Viewer>();

async function consent(patientId: string): Promise<string> {
  const query = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`;
  const input = { patientId, purpose: 'REMOTE_CONSULTATION', signedBy: '王芳' };
  const { data } = await huizhen.ask(doctors.get(patientId) ?? null, query, { input });
  return (data['recordConsent'] as { id: string }).id;
}

const ask = (viewer: Viewer, query: string, ids: readonly string[]) =>
  huizhen.ask(viewer, query, { of: ids.map((id) => ({ __typename: 'Patient', id })) });

test('an invited expert reads identity and record while consent is in force, and nothing once it is withdrawn', async () => {
  const id = await patientWithRecord();
  relations = [{ patientId: id, kind: 'EXPERT' }];
  expect((await ask(expert, NAMES, [id])).codes).toEqual(['NOT_FOUND']);
  const consentId = await consent(id);
  expect((await ask(expert, NAMES, [id])).data).toEqual({
    _entities: [{ name: '王芳', identityNumber: '110105********002X' }],
  });
  expect((await ask(expert, RECORDS, [id])).data).toEqual({
    _entities: [{ record: { observations: { totalCount: 1 } } }],
  });
  await huizhen.ask(doctors.get(id) ?? null, `mutation($id: ID!) { withdrawConsent(consentId: $id) { id } }`, {
    id: consentId,
  });
  expect((await ask(expert, RECORDS, [id])).codes).toEqual(['NOT_FOUND']);
});

test('a coordinator knows who waits, and does not read the record', async () => {
  const id = await patientWithRecord();
  relations = [{ patientId: id, kind: 'COORDINATOR' }];
  expect((await ask(coordinator, NAMES, [id])).data).toMatchObject({ _entities: [{ name: '王芳' }] });
  expect((await ask(coordinator, RECORDS, [id])).codes).toEqual(['FORBIDDEN']);
});

test('of a list the expert gets those who are shared, and an error for each of the others', async () => {
  const ids = await Promise.all([1, 2, 3].map(patientWithRecord));
  await Promise.all(ids.map(consent));
  relations = ids.slice(0, 2).map((patientId) => ({ patientId, kind: 'EXPERT' }));
  const { data, codes } = await ask(expert, RECORDS, ids);
  const shared = { record: { observations: { totalCount: 1 } } };
  expect(data).toEqual({ _entities: [shared, shared, null] });
  expect(codes).toEqual(['NOT_FOUND']);
});

test('consultations is asked once for fifty patients, and never for people who have no cases', async () => {
  const ids = await Promise.all([1, 2, 3].map(patientWithRecord));
  await ask(expert, NAMES, [...ids, ...ids]);
  expect(questions).toEqual([ids]);
  await ask(requester, NAMES, ids);
  expect(questions).toHaveLength(1);
});

test('a relation that names a patient nobody asked for opens nothing', async () => {
  const [asked, other] = await Promise.all([patientWithRecord(), patientWithRecord()]);
  await consent(asked ?? '');
  relations = [{ patientId: other ?? '', kind: 'EXPERT' }];
  expect((await ask(expert, NAMES, [asked ?? ''])).codes).toEqual(['NOT_FOUND']);
});
