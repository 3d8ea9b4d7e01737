/** A client that stops reading: what waits for it stays bounded, others are not held up, and it can go on. */
import { randomUUID } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import type { Feed } from '../harness/feed.ts';
import { Happenings, positionIn } from '../harness/happenings.ts';
import { insiderOf } from '../harness/insider.ts';
import { bundleOf, createConsultation, importPatient, recordConsent, step } from '../harness/main-job.ts';
import { metric } from '../harness/metric.ts';

/** More together than two sockets' buffers hold, so that the gateway itself has to wait. */
const LONG = '近两周收缩压持续偏高。'.repeat(180);
const EVENTS = 1_000;
const CASE = 'id a: summary b: summary c: summary d: summary e: summary';
const QUEUE = `subscription Q($after: String) { consultationQueue(after: $after) { cursor kind consultations { ${CASE} } } }`;
const CHANGES = `subscription C($id: ID!) { consultationChanged(id: $id) { cursor consultation { ${CASE} } } }`;

interface Told {
  readonly consultationQueue: { readonly cursor: string; readonly consultations: { readonly id: string }[] };
}

let clinic: Clinic;
let ids: string[];
let happenings: Happenings;
beforeAll(async () => {
  clinic = await openClinic();
  ids = await Promise.all(Array.from({ length: 3 }, waitingCase));
  happenings = await Happenings.of((await insiderOf(clinic)).urlOf('consultations'), ids);
}, 120_000);
afterAll(async () => {
  await happenings?.close();
  await clinic?.stop();
}, 60_000);

test('is told the newest state of each consultation when it reads again; others are told everything', async () => {
  const coordinator = await clinic.as('coordinator');
  const reading = coordinator.watch<Told>(QUEUE);
  const start = positionIn((await reading.until(() => true)).consultationQueue.cursor);
  const slow = await eventsUnread(QUEUE, {}, 'coordinator');
  await expect.poll(() => metric(clinic, 'huizhen_subscriptions')).toBe(2);

  await happenings.happen(EVENTS);
  const positions = await happenings.positions(ids, start);
  const last = positions.at(-1);
  await reading.until(({ consultationQueue: { cursor } }) => positionIn(cursor) === last);
  expect(positionsTold(reading)).toEqual(positions);
  expect(await metric(clinic, 'huizhen_events_coalesced_total')).toBeGreaterThan(0);

  const told = await slow.readUntil(({ consultationQueue: { cursor } }: Told) => positionIn(cursor) === last);
  const order = told.slice(1).map(({ consultationQueue: { cursor } }) => positionIn(cursor));
  expect(order).toEqual(order.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(new Set(order).size).toBe(order.length);
  expect(order.length).toBeLessThan(EVENTS);
  const newest = new Set(
    told.slice(-ids.length).map(({ consultationQueue }) => consultationQueue.consultations[0]?.id),
  );
  expect(newest).toEqual(new Set(ids));
  slow.end();
  reading.close();
}, 120_000);

test('is told everything that tells no state, from the log, once it reads again', async () => {
  const [id = ''] = ids;
  const slow = await eventsUnread(CHANGES, { id }, 'requester');
  await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(1);
  const before = (await happenings.positions([id], 0n)).at(-1) ?? 0n;
  await happenings.happen(EVENTS);
  const positions = await happenings.positions([id], before);
  const last = positions.at(-1);
  interface Changed {
    readonly consultationChanged: { readonly cursor: string };
  }
  const told = await slow.readUntil(({ consultationChanged: { cursor } }: Changed) => positionIn(cursor) === last);
  expect(told.map(({ consultationChanged: { cursor } }) => positionIn(cursor))).toEqual(positions);
  slow.end();
}, 120_000);

test('is cut off when it reads nothing for half a minute', async () => {
  const [id = ''] = ids;
  const dead = await eventsUnread(CHANGES, { id }, 'requester');
  await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(1);
  await happenings.happen(EVENTS);
  await expect
    .poll(() => metric(clinic, 'huizhen_subscribers_stalled_total'), { timeout: 60_000, interval: 1_000 })
    .toBe(1);
  await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBe(0);
  dead.end();
}, 120_000);

async function waitingCase(): Promise<string> {
  const requester = await clinic.as('requester');
  const patientId = await importPatient(requester, bundleOf(randomUUID()));
  await recordConsent(requester, patientId);
  const { id } = await createConsultation(requester, patientId, { summary: LONG });
  await step.submit(requester, id);
  return id;
}

function positionsTold({ received }: Feed<Told>): bigint[] {
  return received.slice(1).map(({ consultationQueue: { cursor } }) => positionIn(cursor));
}

/** An event stream that nobody reads until `readUntil`. */
async function eventsUnread(query: string, variables: Record<string, unknown>, account: string) {
  const { accessToken } = await clinic.as(account);
  const headers = {
    accept: 'text/event-stream',
    'content-type': 'application/json',
    authorization: `Bearer ${accessToken}`,
  };
  const asking = request(clinic.url, { method: 'POST', headers });
  asking.on('error', () => undefined);
  asking.end(JSON.stringify({ query, variables }));
  const response = await new Promise<IncomingMessage>((resolve) => asking.once('response', resolve));
  response.on('error', () => undefined);
  return {
    end: () => void asking.destroy(),
    async readUntil<Data>(matches: (data: Data) => boolean): Promise<Data[]> {
      const told: Data[] = [];
      let text = '';
      for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
        text += chunk;
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) {
          const json = part.match(/^event: next\ndata: (.*)$/)?.[1];
          if (json === undefined) continue;
          const { data } = JSON.parse(json) as { data: Data };
          told.push(data);
          if (matches(data)) return told;
        }
      }
      throw new Error('The stream ended.');
    },
  };
}
