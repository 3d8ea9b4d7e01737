/** Live operations over WebSocket and over server-sent events: the same streams, the same rules, shared where they are equal. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { createClient } from 'graphql-sse';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { watchEvents } from '../harness/events-of.ts';
import type { Feed } from '../harness/feed.ts';
import { insiderOf, viewerOf } from '../harness/insider.ts';
import { CHANGES, QUEUE, step, withdrawConsents, type ChangeEvent, type QueueEvent } from '../harness/main-job.ts';
import { metric } from '../harness/metric.ts';
import { newRequest } from '../harness/new-request.ts';

let clinic: Clinic;
const open: { close(): void }[] = [];
beforeAll(async () => {
  clinic = await openClinic();
}, 120_000);
afterAll(() => clinic?.stop());
afterEach(async () => {
  for (const feed of open.splice(0)) feed.close();
  await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(0);
});

describe('over server-sent events', () => {
  test('the queue is told as over WebSocket, and goes on after a cursor', async () => {
    const { requester, coordinator, id } = await newRequest(clinic);
    const overSocket = kept(coordinator.watch<QueueEvent>(QUEUE));
    const overEvents = kept(watchEvents<QueueEvent>(clinic, coordinator, { query: QUEUE }));
    await Promise.all(
      [overSocket, overEvents].map((feed) =>
        feed.until(({ consultationQueue }) => consultationQueue.kind === 'SNAPSHOT'),
      ),
    );
    await step.submit(requester, id);
    const [first] = await Promise.all([overEvents, overSocket].map((feed) => feed.until(entered(id))));
    expect(overEvents.received.slice(1)).toEqual(overSocket.received.slice(1));
    overEvents.close();
    await step.approve(coordinator, id);
    const after = first?.consultationQueue.cursor;
    const again = kept(watchEvents<QueueEvent>(clinic, coordinator, { query: QUEUE, variables: { after } }));
    await again.until(({ consultationQueue }) => consultationQueue.kind === 'CHANGED');
    expect(again.received.map(({ consultationQueue }) => consultationQueue.kind)).toEqual(['CHANGED']);
  });

  test('queries and mutations are answered once', async () => {
    const expert = await clinic.as('expert1');
    const headers = { authorization: `Bearer ${expert.accessToken}` };
    const client = createClient({ url: clinic.url, headers, retryAttempts: 0 });
    const results = [];
    for (const query of ['mutation { setPresence(online: true) { online } }', '{ me { roles } }'])
      for await (const { data } of client.iterate({ query })) results.push(data);
    expect(results).toEqual([{ setPresence: { online: true } }, { me: { roles: ['EXPERT'] } }]);
  });

  test('a GET needs what a page of another origin cannot send, and changes nothing', async () => {
    const { accessToken } = await clinic.as('expert1');
    const get = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${clinic.url}?query=${encodeURIComponent(query)}`, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${accessToken}`, ...headers },
      });
    const preflight = { 'apollo-require-preflight': 'true' };
    expect((await get('{ me { roles } }')).status).toBe(400);
    expect((await get('mutation { setPresence(online: false) { online } }', preflight)).status).toBe(405);
    expect(await (await get('{ me { roles } }', preflight)).text()).toContain(
      'event: next\ndata: {"data":{"me":{"roles":["EXPERT"]}}}\n\nevent: complete\ndata:\n\n',
    );
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded'])('a body of %s is refused', async (type) => {
    const { accessToken } = await clinic.as('expert1');
    const headers = { accept: 'text/event-stream', 'content-type': type, authorization: `Bearer ${accessToken}` };
    const response = await fetch(clinic.url, { method: 'POST', headers, body: '{"query":"{ me { id } }"}' });
    expect(response.status).toBe(415);
  });

  test('a stream ends when the token does, and says so', async () => {
    const coordinator = await clinic.as('coordinator');
    const { keys } = await insiderOf(clinic);
    const tokens = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys, lifetimeSeconds: 2 });
    const { token } = await tokens.issue(viewerOf(coordinator), 'session-of-a-test');
    const started = performance.now();
    const feed = kept(watchEvents<QueueEvent>(clinic, { ...coordinator, accessToken: token }, { query: QUEUE }));
    await expect(feed.until(() => false)).rejects.toThrow('UNAUTHENTICATED');
    expect(performance.now() - started).toBeLessThan(3_000);
    await expect.poll(() => feed.completed).toBe(true);
  });

  test('one viewer has fifty live connections at most, of both kinds together', async () => {
    const { accessToken } = await clinic.as('pharmacist');
    const leaving = new AbortController();
    const body = JSON.stringify({ query: 'subscription { consultationQueue { kind } }' });
    const headers = {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${accessToken}`,
    };
    const ask = () => fetch(clinic.url, { method: 'POST', headers, body, signal: leaving.signal });
    const streams = await Promise.all(Array.from({ length: 50 }, ask));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await ask();
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('RATE_LIMITED')]);
    leaving.abort();
    await expect.poll(statusOfOneMore).toBe(200);

    async function statusOfOneMore(): Promise<number> {
      const one = await fetch(clinic.url, { method: 'POST', headers, body });
      await one.body?.cancel();
      return one.status;
    }
  });
});

test('a withdrawn consent ends what an expert follows, on either kind of connection', async () => {
  const { requester, coordinator, expert, expertId, id } = await newRequest(clinic);
  await step.submit(requester, id);
  await step.approve(coordinator, id);
  await step.invite(coordinator, id, [expertId]);
  const follow = { query: CHANGES, variables: { id } };
  const feeds = [
    kept(expert.watch<ChangeEvent>(follow.query, follow.variables)),
    kept(watchEvents<ChangeEvent>(clinic, expert, follow)),
  ];
  await expect.poll(() => metric(clinic, 'huizhen_subscriptions')).toBe(2);
  const withdrawn = performance.now();
  await withdrawConsents(requester, id);
  for (const feed of feeds) {
    await expect(feed.until(() => false)).rejects.toThrow('NOT_FOUND');
    await expect.poll(() => feed.completed).toBe(true);
    expect(feed.received).toEqual([]);
  }
  expect(performance.now() - withdrawn).toBeLessThan(5_000);
});

describe('equal subscriptions of equal rights', () => {
  test('share one stream and one completion of each event, and whoever leaves is not told', async () => {
    const { requester, coordinator, id } = await newRequest(clinic);
    const feeds = Array.from({ length: 8 }, (_, n) =>
      kept(
        n % 2 === 0
          ? coordinator.watch<QueueEvent>(QUEUE)
          : watchEvents<QueueEvent>(clinic, coordinator, { query: QUEUE }),
      ),
    );
    const [leaving, ...staying] = feeds;
    await everybody(feeds, ({ consultationQueue }) => consultationQueue.kind === 'SNAPSHOT');
    await step.submit(requester, id);
    await everybody(feeds, entered(id));
    expect(await metric(clinic, 'huizhen_subscription_upstreams')).toBe(1);
    leaving?.close();
    const completed = await metric(clinic, 'huizhen_events_completed_total');
    await step.approve(coordinator, id);
    await everybody(staying, ({ consultationQueue }) => consultationQueue.kind === 'CHANGED');
    expect((await metric(clinic, 'huizhen_events_completed_total')) - completed).toBe(1);
    expect(staying.map(({ received }) => received.length)).toEqual(staying.map(() => 3));
    expect(leaving?.received.length).toBe(2);
  });

  test('are not shared with somebody else, nor with another question', async () => {
    const { requester, coordinator, expert, id } = await newRequest(clinic);
    const query = 'subscription { consultationQueue { kind cursor } }';
    const filter = { urgencies: ['URGENT'] };
    const feeds = [
      kept(coordinator.watch(query)),
      kept(expert.watch(query)),
      kept(coordinator.watch<QueueEvent>(QUEUE)),
      kept(coordinator.watch<QueueEvent>(QUEUE, { filter })),
    ];
    await everybody(feeds as Feed<QueueEvent>[], ({ consultationQueue }) => consultationQueue.kind === 'SNAPSHOT');
    await step.submit(requester, id);
    await feeds[2]?.until(entered(id) as never);
    expect(await metric(clinic, 'huizhen_subscription_upstreams')).toBe(4);
  });

  test('whoever comes later is told what they missed, and then shares', async () => {
    const { requester, coordinator, expertId, id } = await newRequest(clinic);
    const first = kept(requester.watch<ChangeEvent>(CHANGES, { id }));
    await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(1);
    await step.submit(requester, id);
    const { cursor } = (await first.until(() => true)).consultationChanged;
    await step.approve(coordinator, id);
    await first.until(told('consultation.approved'));
    const late = kept(
      watchEvents<ChangeEvent>(clinic, requester, { query: CHANGES, variables: { id, after: cursor } }),
    );
    await late.until(told('consultation.approved'));
    await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(1);
    await step.invite(coordinator, id, [expertId]);
    await Promise.all([first, late].map((feed) => feed.until(told('consultation.experts-invited'))));
    const happened = (feed: Feed<ChangeEvent>) =>
      feed.received.map(({ consultationChanged: { change } }) => change.event);
    expect(happened(first)).toEqual([
      'consultation.submitted',
      'consultation.approved',
      'consultation.experts-invited',
    ]);
    expect(happened(late)).toEqual(['consultation.approved', 'consultation.experts-invited']);
  });
});

function kept<Data>(feed: Feed<Data>): Feed<Data> {
  open.push(feed);
  return feed;
}

function entered(id: string) {
  return ({ consultationQueue: { kind, consultations } }: QueueEvent) =>
    kind === 'ENTERED' && consultations.some((one) => one.id === id);
}

function told(event: string) {
  return ({ consultationChanged: { change } }: ChangeEvent) => change.event === event;
}

function everybody(feeds: readonly Feed<QueueEvent>[], matches: (event: QueueEvent) => boolean) {
  return Promise.all(feeds.map((feed) => feed.until(matches)));
}
