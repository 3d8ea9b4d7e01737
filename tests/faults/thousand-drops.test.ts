/**
 * Ten thousand events flow while the lines of their subscribers break a thousand times. Whoever goes on from their last cursor
 * has every event once and in order; and whoever may not see a patient any more is told nothing from then on.
 */
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Actor } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { Happenings, positionIn } from '../harness/happenings.ts';
import { insiderOf } from '../harness/insider.ts';
import { step, withdrawConsents } from '../harness/main-job.ts';
import { metric } from '../harness/metric.ts';
import { newRequest } from '../harness/new-request.ts';

const EVENTS = 10_000;
const DROPS = 1_000;
const CONSULTATIONS = 10;

const QUEUE = `subscription Queue($after: String) {
  consultationQueue(after: $after) { cursor kind consultations { id status patient { id } } }
}`;
const CHANGES = `subscription Changes($id: ID!, $after: String) {
  consultationChanged(id: $id, after: $after) { cursor consultation { id status } }
}`;

interface Event {
  readonly cursor: string;
  readonly kind?: string;
  readonly consultations?: readonly { readonly id: string }[];
}

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
}, 120_000);
afterAll(() => clinic?.stop(), 60_000);

/** Watches with one connection after the other, each from where the last one broke. */
class Watcher {
  readonly events: Event[] = [];
  drops = 0;
  refused: readonly { readonly extensions?: Record<string, unknown> }[] = [];
  private cut: () => void = () => undefined;
  private over = false;
  private readonly open: (watcher: Watcher) => () => void;

  constructor(open: (watcher: Watcher) => () => void) {
    this.open = open;
    this.cut = open(this);
  }

  get after(): string | undefined {
    return this.events.at(-1)?.cursor;
  }

  take({ data, errors }: { data?: unknown; errors?: unknown }): void {
    if (errors) return void (this.refused = errors as Watcher['refused']);
    this.events.push(...Object.values(data as Record<string, Event>));
  }

  /** As a bad network would, and at once back again. */
  drop(): void {
    if (this.over) return;
    this.drops += 1;
    this.cut();
    this.cut = this.open(this);
  }

  leave(): void {
    this.over = true;
    this.cut();
  }

  positionsOf(id?: string): bigint[] {
    return this.events
      .filter(({ kind, consultations }) => kind !== 'SNAPSHOT' && (!id || consultations?.some((one) => one.id === id)))
      .map(({ cursor }) => positionIn(cursor));
  }
}

test('nothing is missed, nothing comes twice, and the order holds', async () => {
  const requests = [];
  for (let n = 0; n < CONSULTATIONS; n += 1) requests.push(await submitted());
  const [{ requester, coordinator, expert, expertId }] = requests as [Awaited<ReturnType<typeof submitted>>];
  const ids = requests.map(({ id }) => id);
  const [followed = '', withdrawn = ''] = ids;
  await step.approve(coordinator, withdrawn);
  await step.invite(coordinator, withdrawn, [expertId]);
  const happenings = await Happenings.of((await insiderOf(clinic)).urlOf('consultations'), ids);

  const queues = [overSocket(coordinator, QUEUE), overEvents(coordinator, QUEUE)];
  const theExpert = overEvents(expert, QUEUE);
  const begun = [...queues, theExpert];
  await expect.poll(() => begun.every(({ events }) => events.length === 1), { timeout: 10_000 }).toBe(true);
  // Whose line may break before their first event begins at a place that they know, as the guide for integrators says.
  const follower = overSocket(requester, CHANGES, { id: followed, after: queues[0]?.after });
  const all = [...begun, follower];
  await expect.poll(() => metric(clinic, 'huizhen_subscription_upstreams')).toBeGreaterThanOrEqual(3);
  const begin = positionIn(queues[0]?.after ?? '');

  const flowing = happenings.happen(EVENTS / 2);
  await dropping(all, DROPS / 2);
  await flowing;
  await withdrawConsents(requester, withdrawn);
  await expect.poll(() => happenings.positionOf('consultation.consent-withdrawn', withdrawn)).toBeGreaterThan(0n);
  const end = await happenings.positionOf('consultation.consent-withdrawn', withdrawn);
  const flowingOn = happenings.happen(EVENTS / 2);
  await dropping(all, DROPS / 2);
  await flowingOn;

  const positions = await happenings.positions(ids, begin);
  expect(positions.length).toBeGreaterThanOrEqual(EVENTS);
  const last = positions.at(-1) ?? 0n;
  await expect.poll(() => queues.every(({ after }) => positionIn(after ?? '') >= last), { timeout: 40_000 }).toBe(true);
  for (const queue of queues) expect(queue.positionsOf()).toEqual(positions);
  const followedPositions = await happenings.positions([followed], begin);
  await expect.poll(() => follower.events.length, { timeout: 20_000 }).toBe(followedPositions.length);
  expect(follower.positionsOf()).toEqual(followedPositions);
  const expertPositions = await happenings.positions([withdrawn], begin);
  expect(theExpert.positionsOf()).toEqual(expertPositions.filter((position) => position < end));

  const back = overSocket(expert, CHANGES, { id: withdrawn, after: theExpert.after });
  await expect.poll(() => back.refused[0]?.extensions?.['code'], { timeout: 5_000 }).toBe('NOT_FOUND');
  expect(back.events).toEqual([]);
  expect(all.reduce((sum, { drops }) => sum + drops, 0)).toBe(DROPS);
  expect(await metric(clinic, 'huizhen_events_coalesced_total')).toBe(0);
  for (const watcher of [...all, back]) watcher.leave();
  await happenings.close();
}, 300_000);

async function submitted() {
  const request = await newRequest(clinic);
  await step.submit(request.requester, request.id);
  return request;
}

async function dropping(watchers: readonly Watcher[], drops: number): Promise<void> {
  for (let n = 0; n < drops; n += 1) {
    const watcher = watchers[n % watchers.length];
    const seen = watcher?.events.length ?? 0;
    // Some while something is on its way, some before anything has come.
    const another = () => expect.poll(() => watcher?.events.length, { timeout: 50, interval: 5 }).not.toBe(seen);
    if (n % 3 !== 0) await another().catch(() => undefined);
    watcher?.drop();
  }
}

function overSocket(actor: Actor, query: string, variables: Record<string, unknown> = {}): Watcher {
  return new Watcher((watcher) => {
    const sockets: WebSocket[] = [];
    class Kept extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols);
        sockets.push(this);
        this.on('error', () => undefined);
      }
    }
    const client = createSocketClient({
      url: clinic.url.replace(/^http/, 'ws'),
      webSocketImpl: Kept,
      connectionParams: { authorization: `Bearer ${actor.accessToken}` },
      retryAttempts: 0,
    });
    return watching(client, watcher, { query, variables }, () => sockets.forEach((socket) => socket.terminate()));
  });
}

function overEvents(actor: Actor, query: string, variables: Record<string, unknown> = {}): Watcher {
  return new Watcher((watcher) => {
    const headers = { authorization: `Bearer ${actor.accessToken}` };
    const client = createEventClient({ url: clinic.url, headers, retryAttempts: 0 });
    return watching(client, watcher, { query, variables }, () => client.dispose());
  });
}

type LiveClient =
  | Pick<ReturnType<typeof createSocketClient>, 'subscribe'>
  | Pick<ReturnType<typeof createEventClient>, 'subscribe'>;

/** What still arrives on a line that was cut belongs to nobody. */
function watching(
  client: LiveClient,
  watcher: Watcher,
  { query, variables }: { query: string; variables: Record<string, unknown> },
  cut: () => void,
): () => void {
  let here = true;
  const after = watcher.after ?? variables['after'];
  client.subscribe(
    { query, variables: { ...variables, after } },
    {
      next: (result: { data?: unknown; errors?: unknown }) => (here ? watcher.take(result) : undefined),
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return () => {
    here = false;
    cut();
  };
}
