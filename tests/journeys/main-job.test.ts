/** The main job from a patient's record to an invoice, live, the same in both topologies. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../harness/expectations.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { CHANGES, matchExperts, QUEUE, step, type ChangeEvent, type QueueEvent } from '../harness/main-job.ts';
import { newRequest } from '../harness/new-request.ts';

describe.each(['in-process', 'processes'] as const)('the main job, %s', (topology) => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ topology });
  }, 120_000);
  afterAll(() => clinic?.stop());

  test('a request travels to a signed opinion and an issued invoice, and both subscriptions see every transition', async () => {
    const { requester, coordinator, expert, expertId, id, status } = await newRequest(clinic);
    expect(status).toBe('DRAFT');

    const queue = coordinator.watch<QueueEvent>(QUEUE);
    const changes = requester.watch<ChangeEvent>(CHANGES, { id });
    const snapshot = await queue.until((event) => event.consultationQueue.kind === 'SNAPSHOT');
    expect(snapshot.consultationQueue.consultations.map((one) => one.id)).not.toContain(id);

    const both = async (wanted: string) => {
      await changes.until((event) => event.consultationChanged.consultation.status === wanted);
      return queue.until((event) =>
        event.consultationQueue.consultations.some((one) => one.id === id && one.status === wanted),
      );
    };
    await step.submit(requester, id);
    const entered = await both('UNDER_REVIEW');
    expect(entered.consultationQueue).toMatchObject({
      kind: 'ENTERED',
      consultations: [{ id, patient: { name: '林秋禾' }, invoice: null }],
    });
    await step.approve(coordinator, id);
    await both('PENDING');
    const matches = await matchExperts(requester);
    expect(matches.map((match) => match.expert.id)).toContain(expertId);
    await step.invite(coordinator, id, [expertId]);
    await step.accept(expert, id);
    const assigned = await both('ASSIGNED');
    expect(assigned.consultationQueue.consultations[0]?.invitations).toHaveLength(1);
    await step.start(requester, id);
    await both('IN_PROGRESS');
    await step.end(requester, id);
    await both('AWAITING_OPINION');
    await step.signOpinion(expert, id);
    await step.complete(requester, id);
    const left = await both('COMPLETED');
    expect(left.consultationQueue.kind).toBe('LEFT');

    // An event shows the consultation as it is by then, so the state alone does not say which event it was.
    await changes.until((event) => event.consultationChanged.change.event === 'consultation.completed');
    const told = changes.received.map((event) => event.consultationChanged.change.event);
    expect(told).toEqual([
      'consultation.submitted',
      'consultation.approved',
      'consultation.experts-invited',
      'consultation.invitation-accepted',
      'consultation.started',
      'consultation.ended',
      'consultation.opinion-signed',
      'consultation.completed',
    ]);
  });
});
