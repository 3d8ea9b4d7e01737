/** A person's session over bad lines and a platform that ends it: who is signed in, why nobody is, and what is renewed when. */
import { createHuizhen, memorySession, type Huizhen, type SessionStore, type SignedOutBecause } from '@huizhen/sdk';
import { MeDocument, SignOutDocument } from '@huizhen/sdk/documents';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../../../tests/harness/clinic.ts';
import { BreakableLine } from './breakable-line.ts';

let clinic: Clinic;
let line: BreakableLine;
let store: SessionStore;
const told: SignedOutBecause[] = [];
const open: Huizhen[] = [];
beforeAll(async () => {
  clinic = await openClinic();
}, 120_000);
afterAll(() => clinic?.stop());
beforeEach(async () => {
  line = await BreakableLine.to(clinic.port);
  store = memorySession();
  told.length = 0;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()));
  await line.close();
});

function clientOf(options: object = {}): Huizhen {
  const onSignedOut = (because: SignedOutBecause) => void told.push(because);
  const client = createHuizhen({ url: line.url, session: store, onSignedOut, ...options });
  open.push(client);
  return client;
}

async function signedIn(options: object = {}): Promise<Huizhen> {
  const client = clientOf(options);
  await client.signIn({ username: 'requester', password: 'huizhen-demo' });
  return client;
}

/** Another client with the same session, whose token is to be renewed. */
async function grown(changes: object, options: object = {}): Promise<Huizhen> {
  const session = await store.load();
  if (session === null) throw new Error('Nothing was kept.');
  await store.save({ ...session, renewAt: 0, ...changes });
  return clientOf(options);
}

const refreshToken = async () => (await store.load())?.refreshToken ?? '';
const endItElsewhere = async () =>
  createHuizhen({ url: clinic.url }).mutate(SignOutDocument, { refreshToken: await refreshToken() });

test('tells who is signed in, and a renewed token is no news', async () => {
  const client = await signedIn();
  const states: unknown[] = [];
  client.session.subscribe(({ viewer, because }) => states.push(viewer?.roles ?? because));
  const { state } = client.session;
  expect(state).toMatchObject({ viewer: { roles: ['REQUESTER'] }, because: null });
  const before = await refreshToken();
  const other = await grown({});
  await other.resume();
  await client.resume();
  expect(await refreshToken()).not.toBe(before);
  expect([client.session.state === state, states]).toEqual([true, []]);
  await client.signOut();
  expect([client.session.state, states, told]).toEqual([{ viewer: null, because: 'left' }, ['left'], ['left']]);
});

test('knows whose session is kept before the platform can be asked', async () => {
  await signedIn();
  line.cut();
  const client = clientOf();
  expect(client.session.state).toEqual({ viewer: null, because: null });
  expect((await client.kept())?.roles).toEqual(['REQUESTER']);
  expect(client.session.state.viewer?.roles).toEqual(['REQUESTER']);
});

test('outlives the loss of the answer to a renewal, also in the next run', async () => {
  await signedIn();
  const client = await grown({ endsAt: 0 });
  line.loseNextAnswers(1);
  expect((await client.query(MeDocument)).me.roles).toEqual(['REQUESTER']);

  const giving = new AbortController();
  const interrupted = await grown({ endsAt: 0 });
  line.loseNextAnswers(1);
  const asked = interrupted.query(MeDocument, {}, { signal: giving.signal });
  await expect.poll(async () => (await store.load())?.attempt).toBeDefined();
  giving.abort();
  await asked.catch(() => undefined);
  const next = clientOf();
  expect((await next.resume())?.roles).toEqual(['REQUESTER']);
  expect(told).toEqual([]);
});

test('goes on with a token that is still good while a new one cannot be had', async () => {
  await signedIn();
  const refusing: typeof fetch = (url, init) =>
    JSON.stringify(init).includes('RefreshSession') ? Promise.reject(new TypeError('no network')) : fetch(url, init);
  const client = await grown({}, { fetch: refusing });
  expect((await client.query(MeDocument)).me.roles).toEqual(['REQUESTER']);
});

test('that the platform has ended is over when it is to be renewed', async () => {
  await signedIn();
  await endItElsewhere();
  const client = await grown({});
  expect(await client.resume()).toBeNull();
  expect([client.session.state.because, told, await store.load()]).toEqual(['expired', ['expired'], null]);
});

test('is renewed unasked, and its end noticed, if one wants', async () => {
  await signedIn();
  const client = await grown({}, { renewUnasked: true });
  const before = await refreshToken();
  await client.kept();
  await expect.poll(refreshToken).not.toBe(before);
  const last = await grown({ renewAt: Date.now() + 500 }, { renewUnasked: true });
  await endItElsewhere();
  await last.kept();
  await expect.poll(() => told).toEqual(['expired']);
});

test('that one has left stays so, although its renewal was under way', async () => {
  await signedIn();
  const client = await grown({});
  const renewal = client.resume();
  await expect.poll(async () => (await store.load())?.attempt).toBeDefined();
  await client.signOut();
  await renewal.catch(() => undefined);
  expect([await store.load(), client.session.state]).toEqual([null, { viewer: null, because: 'left' }]);
});

test('brings the platform’s time, whatever the clock here says', async () => {
  const hour = 3_600_000;
  const machine = { now: () => Date.now() - hour, random: () => 0, uniqueName: () => crypto.randomUUID() };
  const client = await signedIn({ machine });
  expect(Math.abs(client.clock.now() - Date.now())).toBeLessThan(1_500);
});
