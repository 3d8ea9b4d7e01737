/** Inputs that once came as far as PostgreSQL, which takes none of them: each is the asker's to mend, and is told so. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { noise } from './fuzz/hostile-values.ts';
import { transports, type Question } from './transports.ts';

let clinic: Clinic;
let patientId: string;
beforeAll(async () => {
  clinic = await openClinic();
  const requester = await clinic.as('requester');
  const { patients } = await requester.run<{ patients: { nodes: { id: string }[] } }>(
    '{ patients(first: 1) { nodes { id } } }',
  );
  patientId = patients.nodes[0]?.id ?? '';
}, 120_000);
afterAll(() => clinic?.stop());

const cursor = (text: string) => Buffer.from(text).toString('base64url');
const someId = '018f0000-0000-7000-8000-000000000000';
/** Random enough that no compression brings it into an index. */
const endless = noise(6_000);

const patient = 'query P($id: ID!) { patient(id: $id) { id } }';
const consent = 'mutation C($input: RecordConsentInput!) { recordConsent(input: $input) { id } }';
const observations =
  'query O($id: ID!, $since: DateTime) { patient(id: $id) { record { observations(since: $since) { totalCount } } } }';
const identity = 'mutation L($input: LinkIdentityInput!) { linkIdentity(input: $input) { id } }';
const account = 'mutation A($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }';

type Asked = (known: { patientId: string }) => Question;
const consenting =
  (more: object): Asked =>
  (known) => ({ query: consent, variables: { input: { ...known, purpose: 'TEACHING', signedBy: '张三', ...more } } });

const impossible: readonly (readonly [string, string, string, Asked])[] = [
  ['NUL in an id', 'requester', 'BAD_USER_INPUT', () => ({ query: patient, variables: { id: 'a\u0000b' } })],
  ['half a character in an id', 'requester', 'BAD_USER_INPUT', () => ({ query: patient, variables: { id: '\uD800' } })],
  ['NUL as a key', 'requester', 'BAD_USER_INPUT', consenting({ idempotencyKey: '\u0000' })],
  ['a key that is not ASCII', 'requester', 'BAD_USER_INPUT', consenting({ idempotencyKey: '心血管内科' })],
  ['an endless key', 'requester', 'BAD_USER_INPUT', consenting({ idempotencyKey: endless })],
  ['a leap second', 'requester', 'BAD_USER_INPUT', consenting({ validUntil: '2026-12-31T23:59:60Z' })],
  ['the year 10000', 'requester', 'BAD_USER_INPUT', consenting({ validUntil: '9999-12-31T23:59:59-14:00' })],
  [
    'no time at all',
    'requester',
    'BAD_USER_INPUT',
    (known) => ({ query: observations, variables: { id: known.patientId, since: true } }),
  ],
  [
    'the year 0',
    'requester',
    'BAD_USER_INPUT',
    (known) => ({ query: observations, variables: { id: known.patientId, since: '0000-01-01T00:00:00Z' } }),
  ],
  [
    'a cursor of the year 0',
    'coordinator',
    'BAD_USER_INPUT',
    () => ({
      query: 'query C($after: String) { consultations(after: $after) { totalCount nodes { id } } }',
      variables: { after: cursor(JSON.stringify(['0000-01-01T00:00:00Z', someId])) },
    }),
  ],
  [
    'a cursor past all numbers',
    'coordinator',
    'BAD_USER_INPUT',
    () => ({
      query: 'subscription Q($after: String) { consultationQueue(after: $after) { kind } }',
      variables: { after: cursor('9'.repeat(19)) },
    }),
  ],
  [
    'an endless user name',
    'patient',
    'UNAUTHENTICATED',
    () => ({
      query: 'mutation S($input: SignInInput!) { signIn(input: $input) { expiresAt } }',
      variables: { input: { username: endless, password: 'x' } },
    }),
  ],
  [
    'an endless identity',
    'admin',
    'BAD_USER_INPUT',
    () => ({
      query: account,
      variables: {
        input: {
          username: 'somebody-new',
          displayName: '某人',
          roles: ['AUDITOR'],
          oidcIdentity: { issuer: 'https://id.example.cn', subject: endless },
        },
      },
    }),
  ],
  [
    'an identity of NUL',
    'admin',
    'BAD_USER_INPUT',
    () => ({ query: identity, variables: { input: { accountId: someId, issuer: 'https://x', subject: '\u0000' } } }),
  ],
  [
    'a patient that is no id, in what is refused and recorded',
    'patient',
    'FORBIDDEN',
    () => ({
      query: account,
      variables: { input: { username: 'somebody-new', displayName: '某人', roles: ['PATIENT'], patientId: '0' } },
    }),
  ],
];

test.each(impossible)('%s', async (_name, who, code, asked) => {
  const { accessToken } = await clinic.as(who);
  const transport = await transports.WebSocket(clinic.url, accessToken);
  const { errors = [] } = await transport.ask(asked({ patientId }));
  transport.close();
  expect(errors.map((error) => error.extensions?.['code'])).toEqual([code]);
});
