/** What happens by itself: deadlines, consent taken back, rooms that close, and the demo. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '@huizhen/schema/demo-ids';
import { escalateUnanswered } from '../src/reactions/escalate-unanswered.ts';
import { expireInvitation } from '../src/reactions/expire-invitation.ts';
import { consultationsAtWork, field, people, type AtWork } from './given.ts';

let at: AtWork;
beforeAll(async () => {
  at = await consultationsAtWork({ RESPONSE_MINUTES_CRITICAL: '0.02' });
});
afterAll(() => at.stop());

const { requester, coordinator, wang } = people;
const CHANGED = `subscription C($id: ID!) { consultationChanged(id: $id) { change { event } consultation { status overdue } } }`;
const STATUS = `query S($id: ID!) { consultation(id: $id) { status overdue consentWithdrawnAt invitations { id status } timeline { event } } }`;
interface Status {
  status: string;
  overdue: boolean;
  invitations: { id: string; status: string }[];
  timeline: { event: string }[];
}
const statusOf = async (id: string) => (await at.ask(coordinator, STATUS, { id })).data?.['consultation'] as Status;
const eventsUntil = async (stream: Awaited<ReturnType<AtWork['watch']>>, last: string) => {
  const events: string[] = [];
  while (events.at(-1) !== `consultation.${last}`) {
    const change = (await stream.next())?.data?.['consultationChanged'] as { change: { event: string } };
    events.push(change.change.event);
  }
  await stream.leave();
  return events.map((event) => event.replace('consultation.', ''));
};

test('an unanswered invitation expires once, the coordinator is told, and the next expert is asked', async () => {
  const id = await at.pending([], { urgency: 'CRITICAL' });
  const stream = await at.watch(coordinator, CHANGED, { id });
  await at.on.invite(coordinator, id, [wang]);
  const events = await eventsUntil(stream, 'reopened');
  expect(events).toContain('invitation-expired');
  const { invitations } = await statusOf(id);
  const [first] = invitations;
  expect(first?.status).toBe('EXPIRED');
  await at.asItself('consultations', (context) =>
    expireInvitation.run(context, { consultationId: id, invitationId: first?.id ?? '' }),
  );
  const { timeline } = await statusOf(id);
  const ofFirst = timeline.slice(0, timeline.findIndex(({ event }) => event === 'consultation.reopened') + 1);
  expect(ofFirst.filter(({ event }) => event === 'consultation.invitation-expired')).toHaveLength(1);
});

test('a request that nobody accepted in time is escalated once and shows as overdue', async () => {
  const { id } = await at.on.create(requester, { urgency: 'CRITICAL' });
  await at.on.submit(requester, id);
  const stream = await at.watch(coordinator, CHANGED, { id });
  await at.on.approve(coordinator, id);
  expect(await eventsUntil(stream, 'escalated')).toEqual(['approved', 'escalated']);
  await at.asItself('consultations', (context) => escalateUnanswered.run(context, { consultationId: id }));
  const { overdue, timeline } = await statusOf(id);
  expect(overdue).toBe(true);
  expect(timeline.filter(({ event }) => event === 'consultation.escalated')).toHaveLength(1);
});

test('a timer that comes early changes nothing and is set anew', async () => {
  const id = await at.pending([wang]);
  const [invitation] = (await statusOf(id)).invitations;
  await at.asItself('consultations', (context) =>
    expireInvitation.run(context, { consultationId: id, invitationId: invitation?.id ?? '' }),
  );
  await at.asItself('consultations', (context) => escalateUnanswered.run(context, { consultationId: id }));
  expect((await statusOf(id)).invitations[0]?.status).toBe('REQUESTED');
});

test('a room that closes during the session interrupts it; a late event changes nothing', async () => {
  const id = await at.pending([wang]);
  await at.on.accept(wang, id);
  await at.on.start(requester, id);
  const finished = () =>
    at.publish((context) =>
      context.transact(async ({ events }) => events.publish('room.finished', { consultationId: id })),
    );
  const stream = await at.watch(coordinator, CHANGED, { id });
  await finished();
  expect(await eventsUntil(stream, 'interrupted')).toEqual(['interrupted']);
  await at.on.end(requester, id);
  await at.on.sign(wang, id);
  await at.on.complete(requester, id);
  await finished();
  const other = await at.pending([wang]);
  await at.on.accept(wang, other);
  await at.on.start(requester, other);
  const later = await at.watch(coordinator, CHANGED, { id: other });
  await at.publish((context) =>
    context.transact(async ({ events }) => events.publish('room.finished', { consultationId: other })),
  );
  // Events are reacted to in their order: when the second room's has been, the late one has been too.
  await eventsUntil(later, 'interrupted');
  expect((await statusOf(id)).status).toBe('COMPLETED');
});

test('experts lose sight of the patient’s cases with the consent, and see them again with a new one', async () => {
  const patientId = demoId('patient', 2);
  const id = await at.pending([wang], { patientId });
  const consents = await at.ask(
    requester,
    `query P($id: ID!) { patient(id: $id) { consents { id purpose withdrawnAt } } }`,
    { id: patientId },
    'patients',
  );
  interface Consents {
    consents: { id: string; purpose: string; withdrawnAt: string | null }[];
  }
  const all = field<Consents>(consents, 'patient').consents;
  const stream = await at.watch(coordinator, CHANGED, { id });
  for (const consent of all.filter(
    ({ purpose, withdrawnAt }) => purpose === 'REMOTE_CONSULTATION' && withdrawnAt === null,
  ))
    await at.ask(
      requester,
      `mutation W($id: ID!) { withdrawConsent(consentId: $id) { id } }`,
      { id: consent.id },
      'patients',
    );
  expect(await eventsUntil(stream, 'consent-withdrawn')).toEqual(['consent-withdrawn']);
  expect((await at.ask(wang, STATUS, { id })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  await expect(at.on.accept(wang, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(at.on.invite(coordinator, id, [people.li])).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' });
  const again = await at.watch(coordinator, CHANGED, { id });
  const input = { patientId, purpose: 'REMOTE_CONSULTATION', signedBy: '本人' };
  await at.ask(
    requester,
    `mutation R($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`,
    { input },
    'patients',
  );
  expect(await eventsUntil(again, 'consent-renewed')).toEqual(['consent-renewed']);
  expect(await at.on.accept(wang, id)).toMatchObject({ status: 'ASSIGNED' });
});

test('the demo’s consultations are played once, however often they are added', async () => {
  const now = new Date();
  for (let time = 0; time < 2; time += 1) await at.loadDemo(now);
  const answer = await at.ask(
    coordinator,
    `query D($id: ID!) { consultations(patientId: $id) { nodes { number status timeline { event } opinions { diagnosis } } } }`,
    { id: demoId('patient', 8) },
  );
  const { nodes } = field<{ nodes: { timeline: unknown[]; opinions: unknown[] }[] }>(answer, 'consultations');
  expect(nodes).toHaveLength(1);
  expect(nodes[0]?.opinions).toHaveLength(1);
  expect(nodes[0]?.timeline.length).toBeGreaterThan(6);
});
