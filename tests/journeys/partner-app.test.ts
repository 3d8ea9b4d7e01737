/** A partner app from its registration to its answers: tokens, trusted documents on every transport, limits, suspension. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoId, demoPartnerApp } from '@huizhen/schema/demo-ids';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor, Answer } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { runDocuments } from '../harness/run-documents.ts';
import { RawSocket } from '../harness/raw-socket.ts';
import { openSecondPlatform, type SecondPlatform } from '../harness/second-platform.ts';
import { transports } from '../security/transports.ts';

const PER_MINUTE = 30;
const ME = 'query WhoAmI { me { id displayName roles } }';
const QUEUE = 'subscription Queue { consultationQueue { kind } }';
const idOf = (text: string) => createHash('sha256').update(text).digest('hex');

interface App {
  readonly id: string;
  readonly secret: string;
  readonly token: string;
}

let clinic: Clinic;
let admin: Actor;
let other: SecondPlatform;
beforeAll(async () => {
  const environment = { TRUSTED_DOCUMENTS: 'required', RATE_LIMIT_PARTNER_PER_MINUTE: String(PER_MINUTE) };
  clinic = await openClinic({ environment });
  admin = await clinic.as('admin');
  other = await openSecondPlatform(clinic);
}, 120_000);
afterAll(async () => {
  await other?.stop();
  await clinic?.stop();
});

async function register(
  scopes: readonly string[] = ['directory:read', 'consultations:read', 'documents:write'],
): Promise<App> {
  const input = { name: 'HIS', institutionId: demoId('institution', 1), scopes };
  const { made } = await admin.run<{ made: { secret: string; app: { id: string } } }>(
    'mutation($input: RegisterPartnerAppInput!) { made: registerPartnerApp(input: $input) { secret app { id } } }',
    { input },
  );
  const { id } = made.app;
  return { id, secret: made.secret, token: await tokenFor({ id, secret: made.secret }) };
}

async function askToken({ id, secret }: { id: string; secret: string }, url = clinic.url) {
  const headers = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  return fetch(new URL('/oauth/token', url), { method: 'POST', headers, body });
}

async function tokenFor(app: { id: string; secret: string }, url = clinic.url): Promise<string> {
  const answer: unknown = await (await askToken(app, url)).json();
  return z.object({ access_token: z.string() }).parse(answer).access_token;
}

async function send(app: App, payload: object, url = clinic.url) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${app.token}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(payload) });
  const answer = (await response.json()) as Answer & { extensions?: Record<string, unknown> };
  return { response, status: response.status, answer, code: answer.errors?.[0]?.extensions?.['code'] };
}

async function overSocket(app: App, payload: object): Promise<unknown> {
  const socket = await RawSocket.open(clinic.url);
  await socket.init(app.token);
  socket.send({ id: '1', type: 'subscribe', payload });
  const { payload: answer } = await socket.until(({ id }) => id === '1');
  socket.end();
  return answer;
}

/** A stream that stays open until somebody ends it. */
function eventsOf(app: App, query: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: `Bearer ${app.token}`,
  };
  return fetch(clinic.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

const publish = (app: App, ...texts: string[]) =>
  admin.run('mutation($input: PublishTrustedDocumentsInput!) { publishTrustedDocuments(input: $input) { id } }', {
    input: { appId: app.id, documents: texts.map((text) => ({ text })) },
  });

async function metricsOf({ url }: Clinic): Promise<string> {
  return (await fetch(new URL('/metrics', url))).text();
}

const apollo = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: idOf(text) } } });
const draft = (text: string) => ({ documentId: `sha256:${idOf(text)}` });

describe('a token', () => {
  test('carries the app and its scopes', async () => {
    const app = await register();
    expect(decodeJwt(app.token)['viewer']).toMatchObject({
      partnerAppId: app.id,
      roles: ['PARTNER'],
      scopes: ['directory:read', 'consultations:read', 'documents:write'],
    });
  });

  test('is not given for a wrong secret, and is nobody’s to keep on the way', async () => {
    const response = await askToken({ ...(await register()), secret: 'guess' });
    expect(response.status).toBe(401);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('ratelimit-policy')).toBeNull();
    expect(await response.json()).toMatchObject({ error: 'invalid_client' });
  });
});

describe('trusted documents', () => {
  const inEveryWay: readonly (readonly [string, (text: string) => object])[] = [
    ['by its text', (text) => ({ query: text })],
    ['by Apollo’s protocol', apollo],
    ['by the draft of GraphQL over HTTP', draft],
    ['by text and id', (text) => ({ query: text, ...apollo(text) })],
  ];

  test.each(inEveryWay)('a published one is answered %s, over HTTP, WebSocket and as events', async (_way, payload) => {
    const app = await register();
    await publish(app, ME, QUEUE);
    const mine = { data: { me: { id: app.id, displayName: 'HIS', roles: ['PARTNER'] } } };
    expect((await send(app, payload(ME))).answer).toEqual(mine);
    // The protocol of the socket wants a query, if an empty one.
    expect(await overSocket(app, { query: '', ...payload(ME) })).toEqual(mine);
    const snapshot = { data: { consultationQueue: { kind: 'SNAPSHOT' } } };
    expect(await overSocket(app, { query: '', ...payload(QUEUE) })).toEqual(snapshot);
    const events = await transports.SSE(clinic.url, app.token);
    expect(await events.ask({ query: '', ...payload(ME) })).toEqual(mine);
    expect(await events.ask({ query: '', ...payload(QUEUE) })).toEqual(snapshot);
  });

  test('a published one is answered by GET too', async () => {
    const app = await register();
    await publish(app, ME);
    const get = async (parameters: Record<string, string>) => {
      const headers = { authorization: `Bearer ${app.token}`, 'apollo-require-preflight': '1' };
      const response = await fetch(`${clinic.url}?${new URLSearchParams(parameters).toString()}`, { headers });
      return { status: response.status, answer: (await response.json()) as Answer };
    };
    expect((await get(draft(ME))).answer.data).toMatchObject({ me: { id: app.id } });
    const { extensions } = apollo(ME);
    expect((await get({ extensions: JSON.stringify(extensions) })).answer.data).toMatchObject({ me: { id: app.id } });
    expect((await get({ query: '{ me { id } }' })).status).toBe(403);
  });

  const unknown = '{ me { id } }';
  test.each<[string, unknown]>([
    ['a text', { query: unknown }],
    ['an id', apollo(unknown)],
    ['an id of nothing', { documentId: 'nonsense' }],
    ['a text beside what is no id', { query: unknown, documentId: 5 }],
    ['a text beside strange extensions', { query: unknown, extensions: 'x' }],
    ['a batch', [{ query: unknown }]],
    ['nothing', {}],
  ])('%s that was not published is refused, with what to do', async (_what, payload) => {
    const app = await register();
    const { status, answer, code } = await send(app, payload as object);
    expect([status, code, answer.data]).toEqual([403, 'FORBIDDEN', undefined]);
    expect(answer.errors?.[0]?.message).toContain('npm run documents -- publish');
  });

  test('one that was not published is refused on the socket, which stays open for others', async () => {
    const app = await register();
    await publish(app, ME, QUEUE);
    const socket = await RawSocket.open(clinic.url);
    await socket.init(app.token);
    socket.send({ id: '1', type: 'subscribe', payload: { query: unknown } });
    expect(await socket.until(({ id }) => id === '1')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('npm run documents') }],
    });
    socket.send({ id: '2', type: 'subscribe', payload: { query: ME } });
    expect(await socket.until(({ id }) => id === '2')).toMatchObject({ type: 'next' });
    socket.end();
  });

  test('two ids that are not of one text are refused', async () => {
    const app = await register();
    await publish(app, ME, QUEUE);
    expect((await send(app, { ...apollo(ME), ...draft(QUEUE) })).code).toBe('BAD_USER_INPUT');
    expect((await send(app, { query: ME, ...draft(QUEUE) })).code).toBe('BAD_USER_INPUT');
  });

  test('another app’s documents are not one’s own', async () => {
    const [one, another] = [await register(), await register()];
    await publish(one, ME);
    expect((await send(another, apollo(ME))).code).toBe('FORBIDDEN');
  });

  test('an account of a partner system is no way around it, and people are not concerned', async () => {
    const partner = await (await clinic.as('partner')).answer(unknown);
    expect(partner.errors?.[0]).toMatchObject({
      message: expect.stringContaining('registerPartnerApp'),
      extensions: { code: 'FORBIDDEN' },
    });
    expect((await admin.answer(unknown)).data).toMatchObject({ me: {} });
  });
});

describe('npm run documents', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huizhen-documents-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function files(app: App, contents: Readonly<Record<string, string>>): Promise<string[]> {
    await writeFile(join(folder, 'secret'), `${app.secret}\n`);
    for (const [name, text] of Object.entries(contents)) await writeFile(join(folder, name), text);
    return ['--app', app.id, '--secret-file', join(folder, 'secret'), '--url', clinic.url];
  }

  test('publishes each operation with its fragments and prints the ids that work; lists them', async () => {
    const app = await register();
    const operations =
      'query Me { me { ...Name } }\nquery Roles { me { roles } }\nfragment Name on Viewer { displayName }';
    const manifest = join(folder, 'manifest.json');
    const options = await files(app, { 'app.graphql': operations });
    const { code, output } = await runDocuments([
      'publish',
      ...options,
      '--manifest',
      manifest,
      join(folder, 'app.graphql'),
    ]);
    expect([code, output.trim().split('\n')]).toEqual([
      0,
      [expect.stringMatching(/^[\da-f]{64} {2}Me$/), expect.stringMatching(/^[\da-f]{64} {2}Roles$/)],
    ]);
    expect((await send(app, { documentId: output.slice(0, 64) })).answer.data).toEqual({ me: { displayName: 'HIS' } });
    expect(JSON.parse(await readFile(manifest, 'utf8'))).toMatchObject({
      format: 'apollo-persisted-query-manifest',
      operations: [{ id: output.slice(0, 64), name: 'Me', type: 'query' }, { name: 'Roles' }],
    });
    const listed = await runDocuments(['list', ...options]);
    expect(listed.output).toMatch(/^HIS: 2 documents\n/);
    expect(listed.output).toContain(output.slice(0, 64));
  });

  test('publishes nothing while anything is wrong, and tells every fault', async () => {
    const app = await register();
    const options = await files(app, {
      'wrong.graphql': 'query Right { me { id } }\nquery Wrong { me { nonsense } patient }',
    });
    const { code, output } = await runDocuments(['publish', ...options, join(folder, 'wrong.graphql')]);
    expect(code).toBe(1);
    expect(output).toContain('Nothing was published');
    expect(output).toMatch(/wrong\.graphql:2:20: Wrong: Cannot query field "nonsense"/);
    expect(output).toMatch(/wrong\.graphql:2:31: Wrong: Field "patient"/);
    expect((await runDocuments(['list', ...options])).output).toContain('HIS: 0 documents');
  });
});

describe('limits and use', () => {
  test('what an app has left is told; over it is RATE_LIMITED with Retry-After, at every gateway', async () => {
    const app = await register();
    await publish(app, ME);
    const first = await send(app, apollo(ME));
    expect(first.response.headers.get('ratelimit-policy')).toBe(`"app";q=${PER_MINUTE};w=60`);
    expect(first.response.headers.get('ratelimit')).toMatch(new RegExp(`^"app";r=${PER_MINUTE - 1};t=\\d+$`));
    const more = Array.from({ length: PER_MINUTE * 2 }, (_, n) => (n % 2 === 0 ? clinic.url : other.url));
    const answers = await Promise.all(more.map((url) => send(app, apollo(ME), url)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(PER_MINUTE - 1);
    for (const url of [clinic.url, other.url]) {
      const { response, status, code, answer } = await send(app, apollo(ME), url);
      const retryAfter = Number(response.headers.get('retry-after'));
      expect([status, code]).toEqual([429, 'RATE_LIMITED']);
      expect(retryAfter).toBeGreaterThan(0);
      expect(retryAfter).toBeLessThanOrEqual(60);
      expect(answer.errors?.[0]?.extensions?.['retryAfterSeconds']).toBe(retryAfter);
    }
    expect(await overSocket(app, { query: ME })).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect((await send(await register(), { query: 'x' })).code).toBe('FORBIDDEN');
    expect(await metricsOf(clinic)).toMatch(/huizhen_rate_limited_total\{policy="app"\} \d+/);
  }, 60_000);

  test('metrics count an app’s use by the names that it published, and those alone', async () => {
    const app = await register();
    await publish(app, ME);
    await send(app, { ...apollo(ME), operationName: 'WhoAmI' });
    await send(app, { query: 'query MadeUpByTheClient { me { id } }' });
    const metrics = await metricsOf(clinic);
    expect(metrics).toContain(`huizhen_partner_operations_total{app="${app.id}",operation="WhoAmI"} 1`);
    expect(metrics).not.toContain('MadeUpByTheClient');
  });
});

describe('suspension', () => {
  test('ends an app’s tokens, open sockets included, within a minute', async () => {
    const app = await register();
    await publish(app, ME, QUEUE);
    const socket = await RawSocket.open(clinic.url);
    await socket.init(app.token);
    const events = await eventsOf(app, QUEUE);
    expect((await send(app, apollo(ME))).status).toBe(200);
    await admin.run('mutation($input: PartnerAppInput!) { suspendPartnerApp(input: $input) { status } }', {
      input: { appId: app.id },
    });
    expect((await askToken(app)).status).toBe(400);
    await expect
      .poll(async () => (await send(app, apollo(ME))).code, { timeout: 60_000, interval: 3_000 })
      .toBe('UNAUTHENTICATED');
    expect((await socket.closed()).code).toBe(4403);
    expect(await events.text()).toMatch(/"code":"UNAUTHENTICATED"[^\n]*\n\nevent: complete/);
  }, 90_000);
});

test('in production it is so without any setting', async () => {
  await using strict = await openClinic({ environment: { NODE_ENV: 'production', LOG_LEVEL: 'fatal' } });
  const app = { ...demoPartnerApp, token: await tokenFor(demoPartnerApp, strict.url) };
  const { code } = await send(app, { query: ME }, strict.url);
  expect(code).toBe('FORBIDDEN');
});

test('in development a partner app may try what it has not published', async () => {
  await using open = await openClinic();
  const app = { ...demoPartnerApp, token: await tokenFor(demoPartnerApp, open.url) };
  expect((await send(app, { query: ME }, open.url)).answer.data).toMatchObject({ me: { id: demoPartnerApp.id } });
  expect((await send(app, apollo(ME), open.url)).code).toBe('FORBIDDEN');
});

test('who is not signed in is counted by address, on the endpoint and where tokens are given', async () => {
  await using busy = await openClinic({ environment: { RATE_LIMIT_ANONYMOUS_PER_MINUTE: '5' } });
  const signIn = async () => {
    const body = JSON.stringify({ query: 'mutation { signOut(refreshToken: "x") }' });
    return (await fetch(busy.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
  };
  const statuses = [await signIn(), await signIn(), await signIn(), await signIn(), await signIn(), await signIn()];
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const token = await askToken(demoPartnerApp, busy.url);
  expect([token.status, token.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
});
