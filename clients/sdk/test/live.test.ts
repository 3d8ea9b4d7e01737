/** Watching a real platform over a line that breaks and tokens that end: nothing missed, nothing twice. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import {
  CursorExpired,
  createHuizhen,
  memorySession,
  Unauthenticated,
  type Huizhen,
  type LiveEvent,
} from '@huizhen/sdk';
import {
  ConsultationChangedDocument,
  ConsultationQueueDocument,
  NewestCursorDocument,
  type ConsultationChangedSubscription,
  type ConsultationQueueSubscription,
} from '@huizhen/sdk/documents';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../../../tests/harness/clinic.ts';
import { insiderOf, viewerOf } from '../../../tests/harness/insider.ts';
import { step } from '../../../tests/harness/main-job.ts';
import { metric } from '../../../tests/harness/metric.ts';
import { newRequest } from '../../../tests/harness/new-request.ts';
import { BreakableLine } from './breakable-line.ts';
import { Collected } from './collected.ts';

type Queue = LiveEvent<ConsultationQueueSubscription>;
type Change = LiveEvent<ConsultationChangedSubscription>;

let clinic: Clinic;
let line: BreakableLine;
const open: Huizhen[] = [];
beforeAll(async () => {
  clinic = await openClinic();
}, 120_000);
afterAll(() => clinic?.stop());
beforeEach(async () => {
  line = await BreakableLine.to(clinic.port);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()));
  await line.close();
  await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(0);
});

function kept(client: Huizhen): Huizhen {
  open.push(client);
  return client;
}

async function signedIn(username: string, options: object = {}): Promise<Huizhen> {
  const client = kept(createHuizhen({ url: line.url, ...options }));
  await client.signIn({ username, password: 'huizhen-demo' });
  return client;
}

function statesOf(client: Huizhen): string[] {
  const states: string[] = [];
  client.connection.subscribe((state) => states.push(state));
  return states;
}

const kindOf = ({ data }: Queue) => data.consultationQueue.kind;
const changeIn = ({ data }: Change) => data.consultationChanged.change.event;
const numbersIn = (events: readonly Queue[], id: string) =>
  events.flatMap(({ data }) => data.consultationQueue.consultations.filter((one) => one.id === id)).length;

test('a cut line is mended: what happened meanwhile comes once and in order, and the state tells', async () => {
  const { requester, coordinator, expert, expertId, id } = await newRequest(clinic);
  const [centre, doctor] = await Promise.all([signedIn('coordinator'), signedIn('requester')]);
  const states = statesOf(centre);
  const queue = new Collected(centre.watch(ConsultationQueueDocument));
  await queue.until((event) => kindOf(event) === 'SNAPSHOT');
  const changes = new Collected(doctor.watch(ConsultationChangedDocument, { id, after: await doctor.cursor() }));
  await step.submit(requester, id);
  await Promise.all([queue.until((event) => kindOf(event) === 'ENTERED'), changes.until(() => true)]);

  line.cut();
  await expect.poll(() => centre.connection.state, { timeout: 10_000 }).toBe('offline');
  await step.approve(coordinator, id);
  await step.invite(coordinator, id, [expertId]);
  line.mend();
  await step.accept(expert, id);
  await changes.until((event) => changeIn(event) === 'consultation.invitation-accepted');
  await queue.until(() => queue.events.length === 5);
  line.drop();
  await step.start(requester, id);
  await changes.until((event) => changeIn(event) === 'consultation.started');
  await queue.until(() => queue.events.length === 6);

  expect(queue.events.map(kindOf)).toEqual(['SNAPSHOT', 'ENTERED', 'CHANGED', 'CHANGED', 'CHANGED', 'CHANGED']);
  expect(numbersIn(queue.events, id)).toBe(5);
  expect(new Set(queue.events.map(({ cursor }) => cursor)).size).toBe(6);
  expect(changes.events.map(changeIn)).toEqual([
    'consultation.submitted',
    'consultation.approved',
    'consultation.experts-invited',
    'consultation.invitation-accepted',
    'consultation.started',
  ]);
  expect(states).toEqual(['reconnecting', 'offline', 'live', 'reconnecting', 'live']);
}, 60_000);

test('a line that has gone silent is noticed and mended', async () => {
  const { requester, id } = await newRequest(clinic);
  const centre = await signedIn('coordinator');
  expect(centre.connection.standing).toMatchObject({ state: 'live', watched: false });
  const queue = new Collected(centre.watch(ConsultationQueueDocument));
  await queue.until((event) => kindOf(event) === 'SNAPSHOT');
  expect(centre.connection.standing).toMatchObject({ state: 'live', watched: true });
  const silentAt = Date.now();
  line.silence();
  await expect.poll(() => centre.connection.state, { timeout: 20_000 }).toBe('reconnecting');
  const { since } = centre.connection.standing;
  expect(since).toBeGreaterThan(silentAt);
  await step.submit(requester, id);
  line.mend();
  line.drop();
  await queue.until((event) => kindOf(event) === 'ENTERED');
  expect(queue.events.map(kindOf)).toEqual(['SNAPSHOT', 'ENTERED']);
  await centre.close();
  await expect.poll(() => centre.connection.standing.watched).toBe(false);
}, 60_000);

test('a line that breaks before the first event has a place to go on from', async () => {
  const { requester, id } = await newRequest(clinic);
  const doctor = await signedIn('requester');
  const changes = new Collected(doctor.watch(ConsultationChangedDocument, { id }));
  await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(1);
  await expect.poll(() => metric(clinic, 'huizhen_subscriptions')).toBe(1);
  line.cut();
  await step.submit(requester, id);
  line.mend();
  await changes.until((event) => changeIn(event) === 'consultation.submitted');
  expect(changes.events.length).toBe(1);
}, 60_000);

test.each([
  ['is renewed before it ends', 4, true],
  ['has ended although our clock says otherwise', 2, false],
])('a token that %s shows nowhere', async (_what, lifetimeSeconds, clockIsRight) => {
  const { requester, coordinator, id } = await newRequest(clinic);
  const store = memorySession();
  const first = await signedIn('coordinator', { session: store });
  await first.close();
  const session = await store.load();
  if (session === null) throw new Error('Nothing was kept.');
  const { keys } = await insiderOf(clinic);
  const tokens = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys, lifetimeSeconds });
  const { token } = await tokens.issue(viewerOf(coordinator), 'session-of-a-test');
  const renewAt = clockIsRight ? Date.now() + (lifetimeSeconds - 1) * 1_000 : session.renewAt;
  await store.save({ ...session, accessToken: token, renewAt });

  const client = kept(createHuizhen({ url: line.url, session: store }));
  expect((await client.resume())?.displayName).toBeDefined();
  const states = statesOf(client);
  const queue = new Collected(client.watch(ConsultationQueueDocument));
  await queue.until((event) => kindOf(event) === 'SNAPSHOT');
  await expect.poll(async () => (await store.load())?.accessToken, { timeout: 10_000 }).not.toBe(token);
  await step.submit(requester, id);
  await queue.until((event) => kindOf(event) === 'ENTERED');
  expect(queue.events.map(kindOf)).toEqual(['SNAPSHOT', 'ENTERED']);
  expect(states).toEqual([]);
});

test('whoever fetches slowly keeps little in memory and still gets everything once', async () => {
  const { requester, coordinator, expert, expertId, id } = await newRequest(clinic);
  const doctor = await signedIn('requester');
  await step.submit(requester, id);
  await step.approve(coordinator, id);
  await step.invite(coordinator, id, [expertId]);
  await step.accept(expert, id);
  await step.start(requester, id);
  const events = doctor.watch(ConsultationChangedDocument, { id, after: await doctor.cursor() });
  await expect.poll(() => metric(clinic, 'huizhen_subscriptions')).toBe(1);
  const resume = `mutation($input: ConsultationInput!) { resumeSession(input: $input) { status } }`;
  for (let turn = 0; turn < 60; turn += 1) {
    await step.interrupt(requester, id);
    await requester.run(resume, { input: { consultationId: id } });
  }
  await expect.poll(() => metric(clinic, 'huizhen_subscriptions')).toBe(0);
  const got: Change[] = [];
  for await (const event of events) if (got.push(event) === 120) break;
  expect(new Set(got.map(({ cursor }) => cursor)).size).toBe(120);
  expect(got.map(changeIn)).toEqual(
    Array.from({ length: 120 }, (_, n) => (n % 2 === 0 ? 'consultation.interrupted' : 'consultation.resumed')),
  );
}, 60_000);

test('leaving, giving up and signing out end a watch, each in its way', async () => {
  let told = 0;
  const centre = await signedIn('coordinator', { onSignedOut: () => (told += 1) });
  const giving = new AbortController();
  const left = new Collected(centre.watch(ConsultationQueueDocument, {}, { signal: giving.signal }));
  const signedOut = new Collected(centre.watch(ConsultationQueueDocument));
  await Promise.all([left.until(() => true), signedOut.until(() => true)]);
  giving.abort();
  expect(await left.ended).toMatchObject({ name: 'AbortError' });
  for await (const { data } of centre.watch(ConsultationQueueDocument)) {
    expect(data.consultationQueue.kind).toBe('SNAPSHOT');
    break;
  }
  await centre.signOut();
  expect(await signedOut.ended).toBeInstanceOf(Unauthenticated);
  expect([told, await centre.resume()]).toEqual([1, null]);
  expect(await new Collected(centre.watch(ConsultationQueueDocument)).ended).toBeInstanceOf(Unauthenticated);
});

test('a subscription that could not be resumed is not begun', async () => {
  const centre = await signedIn('coordinator');
  const { ConsultationDocument } = await import('@huizhen/sdk/documents');
  expect(() => centre.watch(ConsultationDocument, { id: '1' })).toThrow('$after');
});

test('more than twenty watches share sockets', async () => {
  const centre = await signedIn('coordinator');
  const watches = Array.from({ length: 25 }, () => new Collected(centre.watch(NewestCursorDocument)));
  await Promise.all(watches.map((watch) => watch.until(() => true)));
  expect(await metric(clinic, 'huizhen_sockets')).toBe(2);
});

test('a cursor of long ago ends the watch with CursorExpired', async () => {
  const centre = await signedIn('coordinator');
  const after = await centre.cursor();
  const { requester, id } = await newRequest(clinic);
  await step.submit(requester, id);
  const database = new Client(clinic.databaseUrl);
  await database.connect();
  await database.query('UPDATE events.head SET oldest = position + 1');
  await database.end();
  const error = await new Collected(centre.watch(ConsultationQueueDocument, { after })).ended;
  expect(error).toBeInstanceOf(CursorExpired);
  expect(error).toMatchObject({ code: 'CURSOR_EXPIRED' });
  const anew = new Collected(centre.watch(ConsultationQueueDocument));
  expect(kindOf(await anew.until(() => true))).toBe('SNAPSHOT');
});
