/** One corpus of attacks over HTTP, WebSocket and server-sent events: the same verdicts, and nothing is executed. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, type Answer } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { insiderOf, viewerOf } from '../harness/insider.ts';
import { RawSocket } from '../harness/raw-socket.ts';
import { transports, type Transport } from './transports.ts';

interface Attack {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly code: string;
  /** What else is wrong with it. */
  readonly also?: string;
}

const many = (count: number, part: (n: number) => string) => Array.from({ length: count }, (_, n) => part(n)).join(' ');
/** A patient's studies' patient's studies, so many times. */
const round = (times: number): string => (times === 0 ? 'id' : `imagingStudies { patient { ${round(times - 1)} } }`);

const tooComplex = 'QUERY_TOO_COMPLEX';
const badInput = 'BAD_USER_INPUT';

const attacks: Readonly<Record<string, Attack>> = {
  depth: { query: `{ me { patient { ${round(5)} } } }`, code: tooComplex },
  'depth through fragments': {
    query: `{ me { patient { ...F0 } } } ${many(9, (n) => `fragment F${n} on Patient { imagingStudies { patient { ...F${n + 1} } } }`)} fragment F9 on Patient { id }`,
    code: tooComplex,
  },
  aliases: { query: `{ me { ${many(16, (n) => `a${n}: displayName`)} } }`, code: tooComplex },
  'aliases of root fields': { query: `{ ${many(31, (n) => `a${n}: me { id }`)} }`, code: tooComplex },
  'aliases of mutations': {
    query: `mutation { ${many(20, (n) => `a${n}: setPresence(online: false) { id }`)} }`,
    code: tooComplex,
  },
  'one field repeated': { query: `{ ${'me { id } '.repeat(6)} }`, code: tooComplex },
  directives: { query: `{ me { id ${'@include(if: true) '.repeat(6)} } }`, code: badInput, also: tooComplex },
  'directives on many fields': { query: `{ me { ${many(6, () => 'id @skip(if: false)')} } }`, code: tooComplex },
  'unknown directives': { query: `{ me { id ${'@x '.repeat(6)} } }`, code: tooComplex, also: badInput },
  tokens: { query: `{ ${'me '.repeat(2_100)} }`, code: badInput },
  'fragments in a circle': {
    query: '{ me { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
    code: badInput,
  },
  'fragments that double': {
    query: `{ me { ...F0 } } ${many(30, (n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on Viewer { id }`,
    code: tooComplex,
  },
  'fragments that double at every level': {
    query: `{ me { patient { ...F0 } } } ${many(20, (n) => `fragment F${n} on Patient { imagingStudies { patient { ...F${n + 1} ...F${n + 1} } } }`)} fragment F20 on Patient { id }`,
    code: tooComplex,
  },
  'a deeply nested value': {
    query: `{ patients(search: ${'['.repeat(900)}${']'.repeat(900)}) { totalCount } }`,
    code: badInput,
  },
  'a huge variable of wrong values': {
    query: 'query Q($s: [ConsultationStatus!]) { consultations(statuses: $s) { totalCount } }',
    variables: { s: Array.from({ length: 4_000 }, (_, n) => `NO${n}`) },
    code: badInput,
  },
  'a deep variable': {
    query: 'query Q($f: QueueFilter) { consultations { totalCount } }',
    variables: { f: JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`) as unknown },
    code: badInput,
  },
  'a variable that is missing': { query: 'query Q($id: ID!) { consultation(id: $id) { id } }', code: badInput },
  'unknown fields': { query: `{ ${many(25, (n) => `nothing${n}`)} }`, code: badInput },
  'no syntax': { query: '{ me { id }', code: badInput },
  'nothing at all': { query: '#', code: badInput },
  'two operations, none chosen': { query: 'query A { me { id } } query B { me { id } }', code: badInput },
};

const production = { NODE_ENV: 'production', LOG_LEVEL: 'fatal' };

let clinic: Clinic;
let ways: [name: string, way: Transport][];
let token: string;
beforeAll(async () => {
  clinic = await openClinic();
  token = (await clinic.as('expert1')).accessToken;
  ways = await everyWay(clinic.url, token);
}, 120_000);
afterAll(async () => {
  for (const [, way] of ways ?? []) way.close();
  await clinic?.stop();
});

describe('attacks', () => {
  test.each(Object.entries(attacks))('%s', async (name, { query, variables, code, also }) => {
    const codes = [code, ...(also === undefined ? [] : [also])].toSorted();
    for (const [way, { ask }] of ways) {
      const { answer, ms } = await timed(() => ask({ query, variables }));
      expect(verdict(answer), `${name} over ${way}`).toEqual({ executed: false, codes });
      expect(answer.errors?.length).toBeLessThanOrEqual(6);
      expect(ms).toBeLessThan(1_000);
    }
  });

  test('what is asked after them is answered', async () => {
    const query = '{ me { displayName } }';
    for (const [, { ask }] of ways)
      expect((await ask({ query })).data).toMatchObject({ me: { displayName: expect.any(String) } });
  });
});

describe('in production', () => {
  let strict: Clinic;
  beforeAll(async () => {
    strict = await openClinic({ environment: production });
  }, 120_000);
  afterAll(() => strict?.stop());

  test('the schema is not told, neither by introspection nor by hints, on any way', async () => {
    const open = await everyWay(strict.url, null);
    const questions = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Patient") { name } }',
      '{ pattient { id } }',
      '{ me { namme } }',
    ];
    for (const query of questions) {
      for (const [way, { ask }] of open) {
        const answer = await ask({ query });
        expect(verdict(answer), `${query} over ${way}`).toEqual({ executed: false, codes: [badInput] });
        expect(JSON.stringify(answer)).not.toContain('Did you mean');
      }
    }
    for (const [, way] of open) way.close();
  });
});

describe('over HTTP alone', () => {
  const turnOff = 'mutation { setPresence(online: false) { online } }';
  const asked = encodeURIComponent(turnOff);
  const attempts: Readonly<Record<string, () => Promise<Response>>> = {
    'a mutation by GET': () =>
      fetch(`${clinic.url}?query=${asked}`, { headers: { ...bearer(), 'apollo-require-preflight': 'x' } }),
    'a query by GET from a page': () =>
      fetch(`${clinic.url}?query=${encodeURIComponent('{ me { id } }')}`, { headers: bearer() }),
    'text/plain': () => sent({ 'content-type': 'text/plain' }, JSON.stringify({ query: turnOff })),
    'a form': () => sent({ 'content-type': 'application/x-www-form-urlencoded' }, `query=${asked}`),
    'a multipart form': () =>
      sent(
        { 'content-type': 'multipart/form-data; boundary=x' },
        `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${turnOff}\r\n--x--`,
      ),
    'no content type': () => sent({}, new Blob([JSON.stringify({ query: turnOff })])),
    'a batch': () =>
      sent({ 'content-type': 'application/json' }, JSON.stringify([{ query: turnOff }, { query: turnOff }])),
    'a query of 65 KB': () =>
      sent({ 'content-type': 'application/json' }, JSON.stringify({ query: `${turnOff} #${'x'.repeat(66_000)}` })),
    'a body of 9 MB': () =>
      sent(
        { 'content-type': 'application/json' },
        JSON.stringify({ query: turnOff, variables: { x: 'x'.repeat(9_000_000) } }),
      ),
    'a subscription': () =>
      sent(
        { 'content-type': 'application/json' },
        JSON.stringify({ query: 'subscription { consultationQueue { cursor } }' }),
      ),
  };

  test.each(Object.entries(attempts))('%s is refused and not done', async (_name, attempt) => {
    await (await clinic.as('expert1')).run('mutation { setPresence(online: true) { online } }');
    const response = await attempt();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(verdict((await response.json()) as Answer)).toEqual({ executed: false, codes: [badInput] });
    expect(await isOnline()).toBe(true);
  });

  test('a page of another origin is not let in', async () => {
    const headers = { ...bearer(), origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const preflight = await fetch(clinic.url, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  function sent(headers: Record<string, string>, body: string | Blob): Promise<Response> {
    return fetch(clinic.url, { method: 'POST', headers: { ...bearer(), ...headers }, body });
  }

  async function isOnline(): Promise<boolean> {
    const expert = await clinic.as('expert1');
    const { expert: found } = await expert.run<{ expert: { online: boolean } }>(
      'query Online($id: ID!) { expert(id: $id) { online } }',
      { id: viewerOf(expert).practitionerId },
    );
    return found.online;
  }
});

describe('the socket', () => {
  test('is closed by a message of more than 64 KB', async () => {
    const own = await opened();
    own.send({ id: '1', type: 'subscribe', payload: { query: `{ me { id } } #${'x'.repeat(66_000)}` } });
    expect((await own.closed()).code).toBe(1009);
  });

  test('is closed when nobody introduces themselves within three seconds', async () => {
    const own = await RawSocket.open(clinic.url);
    const { code, afterMs } = await own.closed();
    expect(code).toBe(4408);
    expect(afterMs).toBeLessThan(4_500);
  });

  test('is closed on a question before the introduction, and on what is no message', async () => {
    for (const [message, code] of [
      [{ id: '1', type: 'subscribe', payload: { query: '{ me { id } }' } }, 4401],
      [{ type: 'nonsense' }, 4400],
      [{ id: '1', type: 'subscribe', payload: { query: ['{ me { id } }'] } }, 4400],
    ] as const) {
      const own = await RawSocket.open(clinic.url);
      own.send(message);
      expect((await own.closed()).code).toBe(code);
    }
  });

  test('is closed to a token that is not valid, as forbidden', async () => {
    for (const wrong of ['nonsense', `${token}x`, await accessToken(-3_600_000)]) {
      const own = await RawSocket.open(clinic.url);
      own.send({ type: 'connection_init', payload: { authorization: `Bearer ${wrong}` } });
      expect((await own.closed()).code).toBe(4403);
      expect(verdict(await post(clinic.url, { query: '{ me { id } }' }, bearer(wrong)))).toEqual({
        executed: false,
        codes: ['UNAUTHENTICATED'],
      });
    }
  });

  test('is closed when the token ends', async () => {
    const own = await RawSocket.open(clinic.url);
    await own.init(await accessToken(0, 2));
    expect((await own.closed()).code).toBe(4403);
  });

  test('carries twenty subscriptions and refuses the next one alone', async () => {
    const own = await opened();
    const query = 'subscription { consultationQueue { kind } }';
    for (let id = 1; id <= 20; id += 1) own.send({ id: `${id}`, type: 'subscribe', payload: { query } });
    for (let id = 1; id <= 20; id += 1)
      await own.until((message) => message['id'] === `${id}` && message['type'] === 'next');
    own.send({ id: '21', type: 'subscribe', payload: { query } });
    const refused = await own.until((message) => message['id'] === '21');
    expect(refused).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
    own.send({ id: '20', type: 'complete' });
    own.send({ id: '22', type: 'subscribe', payload: { query } });
    await own.until((message) => message['id'] === '22' && message['type'] === 'next');
    own.end();
  });

  test('is not opened for a page of another origin', async () => {
    await expect(RawSocket.open(clinic.url, { origin: 'https://elsewhere.example' })).rejects.toThrow('401');
    const own = await RawSocket.open(clinic.url, { origin: new URL(clinic.url).origin });
    own.end();
  });

  async function opened(): Promise<RawSocket> {
    const own = await RawSocket.open(clinic.url);
    await own.init(token);
    return own;
  }
});

function bearer(value = token): Record<string, string> {
  return { authorization: `Bearer ${value}` };
}

async function accessToken(shiftMs: number, lifetimeSeconds = 600): Promise<string> {
  const { keys } = await insiderOf(clinic);
  const now = () => new Date(Date.now() + shiftMs);
  const tokens = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys, lifetimeSeconds, now });
  return (await tokens.issue(viewerOf(await clinic.as('expert1')), 'session-of-a-test')).token;
}

function everyWay(url: string, as: string | null): Promise<[string, Transport][]> {
  return Promise.all(
    Object.entries(transports).map(async ([name, open]): Promise<[string, Transport]> => [name, await open(url, as)]),
  );
}

function verdict({ data, errors = [] }: Answer): { executed: boolean; codes: unknown[] } {
  return {
    executed: data !== undefined && data !== null,
    codes: [...new Set(errors.map((one) => String(one.extensions?.['code'])))].toSorted(),
  };
}

async function timed(work: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const started = performance.now();
  return { answer: await work(), ms: performance.now() - started };
}
