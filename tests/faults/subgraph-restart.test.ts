/** A subgraph that is killed and started again under fifty subscribers: each has every event once, in order, and notices nothing. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { watchEvents } from '../harness/events-of.ts';
import type { Feed } from '../harness/feed.ts';
import { CHANGES, QUEUE, step, type ChangeEvent, type QueueEvent } from '../harness/main-job.ts';
import { metric } from '../harness/metric.ts';
import { newRequest } from '../harness/new-request.ts';
import { reactionsSettled } from '../harness/reactions-settled.ts';
import { pidOfSubgraph } from '../harness/subgraph-process.ts';

const SUBSCRIBERS = 50;

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic({ topology: 'processes' });
}, 180_000);
afterAll(() => clinic?.stop(), 60_000);

test.skipIf(!existsSync('/proc/self/task'))(
  'kill -9, twice, while work goes on',
  async () => {
    const { requester, coordinator, expert, expertId, id } = await newRequest(clinic);
    // While the log moves, those who open one after another stand at different places, and share no stream yet.
    await reactionsSettled(clinic.databaseUrl);
    const queues = Array.from({ length: SUBSCRIBERS / 2 }, (_, n) => watch<QueueEvent>(coordinator, QUEUE, n));
    const changes = Array.from({ length: SUBSCRIBERS / 2 }, (_, n) =>
      watch<ChangeEvent>(requester, CHANGES, n, { id }),
    );
    await Promise.all(queues.map((feed) => feed.until(({ consultationQueue: { kind } }) => kind === 'SNAPSHOT')));
    // Those who follow the consultation have been told nothing yet, and have their place all the same.
    await expect
      .poll(() => metric(clinic, 'huizhen_subscription_upstreams'), { timeout: 20_000 })
      .toBeLessThanOrEqual(2);

    await killConsultations();
    await whenBack(() => step.submit(requester, id));
    await step.approve(coordinator, id);
    await killConsultations();
    await whenBack(() => step.invite(coordinator, id, [expertId]));
    await step.accept(expert, id);
    await step.start(requester, id);

    await Promise.all(
      changes.map((feed) =>
        feed.until(({ consultationChanged: { change } }) => change.event === 'consultation.started'),
      ),
    );
    await Promise.all(queues.map((feed) => feed.until(isOf(id, 'IN_PROGRESS'))));
    for (const { received } of changes)
      expect(received.map(({ consultationChanged: { change } }) => change.event)).toEqual([
        'consultation.submitted',
        'consultation.approved',
        'consultation.experts-invited',
        'consultation.invitation-accepted',
        'consultation.started',
      ]);
    for (const { received } of queues) {
      const own = received.filter(({ consultationQueue }) =>
        consultationQueue.consultations.some((one) => one.id === id),
      );
      expect(own.map(({ consultationQueue }) => consultationQueue.kind)).toEqual([
        'ENTERED',
        'CHANGED',
        'CHANGED',
        'CHANGED',
        'CHANGED',
      ]);
      const snapshots = received.filter(({ consultationQueue }) => consultationQueue.kind === 'SNAPSHOT');
      expect(snapshots.length).toBe(1);
    }
    expect(await metric(clinic, 'huizhen_upstreams_resubscribed_total')).toBeGreaterThan(0);
    for (const feed of [...queues, ...changes]) feed.close();
  },
  120_000,
);

/** Half of them over WebSocket, half over server-sent events. */
function watch<Data>(actor: Actor, query: string, n: number, variables: Record<string, unknown> = {}): Feed<Data> {
  return n % 2 === 0 ? actor.watch<Data>(query, variables) : watchEvents<Data>(clinic, actor, { query, variables });
}

async function killConsultations(): Promise<void> {
  const pid = await pidOfSubgraph('consultations');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => pidOfSubgraph('consultations').catch(() => pid), { timeout: 20_000 }).not.toBe(pid);
}

async function whenBack(work: () => Promise<unknown>): Promise<void> {
  const done = () =>
    work().then(
      () => true,
      (error: unknown) => String(error),
    );
  await expect.poll(done, { timeout: 45_000, interval: 300 }).toBe(true);
}

function isOf(id: string, status: string) {
  return ({ consultationQueue: { consultations } }: QueueEvent) =>
    consultations.some((one) => one.id === id && one.status === status);
}
