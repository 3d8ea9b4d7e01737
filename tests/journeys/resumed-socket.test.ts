/** A socket that drops during the journey and is resumed from its last cursor has every event once, in order. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { CHANGES, QUEUE, step, type ChangeEvent, type QueueEvent } from '../harness/main-job.ts';
import { newRequest } from '../harness/new-request.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
}, 120_000);
afterAll(() => clinic.stop());

test('nothing is missed and nothing comes twice, on either subscription', async () => {
  const { requester, coordinator, expert, expertId, id } = await newRequest(clinic);

  const queue = coordinator.watch<QueueEvent>(QUEUE);
  const changes = requester.watch<ChangeEvent>(CHANGES, { id });
  await queue.until((event) => event.consultationQueue.kind === 'SNAPSHOT');
  await step.submit(requester, id);
  const seenQueue = (await queue.until((event) => event.consultationQueue.kind === 'ENTERED')).consultationQueue.cursor;
  const seenChange = (
    await changes.until((event) => event.consultationChanged.change.event === 'consultation.submitted')
  ).consultationChanged.cursor;

  coordinator.dropSocket();
  requester.dropSocket();
  await step.approve(coordinator, id);
  await step.invite(coordinator, id, [expertId]);
  const queueAgain = coordinator.watch<QueueEvent>(QUEUE, { after: seenQueue });
  const changesAgain = requester.watch<ChangeEvent>(CHANGES, { id, after: seenChange });
  await step.accept(expert, id);
  await changesAgain.until((event) => event.consultationChanged.change.event === 'consultation.invitation-accepted');
  await step.start(requester, id);
  await changesAgain.until((event) => event.consultationChanged.change.event === 'consultation.started');
  await queueAgain.until(() => queueAgain.received.length === 4);

  expect(changesAgain.received.map((event) => event.consultationChanged.change.event)).toEqual([
    'consultation.approved',
    'consultation.experts-invited',
    'consultation.invitation-accepted',
    'consultation.started',
  ]);
  expect(queueAgain.received.map((event) => event.consultationQueue.kind)).toEqual([
    'CHANGED',
    'CHANGED',
    'CHANGED',
    'CHANGED',
  ]);
  const cursors = [...queue.received, ...queueAgain.received].map((event) => event.consultationQueue.cursor);
  expect(new Set(cursors).size).toBe(cursors.length);
});
