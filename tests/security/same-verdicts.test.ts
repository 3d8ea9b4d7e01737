/** One corpus of attacks over every transport: the same verdicts and words, and nothing is executed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { attacks } from './attacks.ts';
import { transports, type Transport } from './transports.ts';

let clinic: Clinic;
let token: string;
let opened: readonly Transport[];

beforeAll(async () => {
  clinic = await openClinic();
  token = (await clinic.as('requester')).accessToken;
  opened = await Promise.all(Object.values(transports).map((open) => open(clinic.url, token)));
}, 120_000);
afterAll(async () => {
  for (const transport of opened ?? []) transport.close();
  await clinic?.stop();
});

test.each(Object.entries(attacks))('%s', async (_name, { code, ...question }) => {
  const answers: Answer[] = [];
  for (const transport of opened) {
    const started = performance.now();
    const answer = await transport.ask(question);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(verdictOf(answer)).toEqual({ executed: false, codes: [code] });
    expect(answer.errors?.length).toBeLessThanOrEqual(6);
    answers.push(answer);
  }
  // What helps on one transport helps on the other.
  expect(new Set(answers.map((answer) => JSON.stringify(answer.errors))).size).toBe(1);
});

test('what is asked after them is answered, and costs what it says', async () => {
  const query = '{ patients(first: 10) { nodes { id consents { id } } } }';
  for (const transport of opened) {
    const plain = await transport.ask({ query });
    expect(plain).not.toHaveProperty('extensions');
    const told = await transport.ask({ query, extensions: { cost: true } });
    expect(told).toEqual({ ...plain, extensions: { cost: { requested: 41, limit: 1_000 } } });
  }
});

test('what is too expensive is told how to be less so', async () => {
  const query = '{ consultations(first: 100) { nodes { timeline { by { name } } } } }';
  for (const transport of opened) {
    const { errors } = await transport.ask({ query });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/costs 2101, the limit is 1000.*consultations\.nodes\.timeline.*smaller "first"/),
      extensions: { code: 'QUERY_TOO_COMPLEX', cost: { requested: 2_101, limit: 1_000 } },
    });
  }
});

describe('in production', () => {
  let strict: Clinic;
  beforeAll(async () => {
    strict = await openClinic({ environment: { NODE_ENV: 'production', LOG_LEVEL: 'fatal' } });
  }, 120_000);
  afterAll(() => strict?.stop());

  test.each(Object.entries(transports))(
    'the schema is not told over %s, neither asked nor by hints',
    async (_, open) => {
      const transport = await open(strict.url, null);
      const questions = [
        { query: '{ __schema { types { name } } }' },
        { query: '{ __type(name: "Patient") { name } }' },
        { query: '{ pattient { id } }' },
        { query: '{ me { namme } }' },
        { query: '{ me { ... on Viewr { id } } }' },
        { query: 'query Q($u: Urgencyy) { me { id } }' },
        {
          query: 'query Q($s: [ConsultationStatus!]) { consultations(statuses: $s) { totalCount } }',
          variables: { s: ['DRAF'] },
        },
        {
          query: 'mutation M($i: SignInInput!) { signIn(input: $i) { expiresAt } }',
          variables: { i: { usernam: '' } },
        },
      ];
      for (const question of questions) {
        const answer = await transport.ask(question);
        expect(verdictOf(answer), question.query).toEqual({ executed: false, codes: ['BAD_USER_INPUT'] });
        expect(JSON.stringify(answer)).not.toContain('Did you mean');
      }
      transport.close();
    },
  );
});

function verdictOf({ data, errors = [] }: Answer): { executed: boolean; codes: unknown[] } {
  return {
    executed: data !== undefined && data !== null,
    codes: [...new Set(errors.map((one) => String(one.extensions?.['code'])))].toSorted(),
  };
}
