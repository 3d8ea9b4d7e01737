/** The platform is killed between any two steps of the main job; started again, it goes on where it was. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, type Actor } from '../harness/actor.ts';
import {
  bundleOf,
  createConsultation,
  importPatient,
  practitionerIdOf,
  recordConsent,
  step,
} from '../harness/main-job.ts';
import { PlatformProcess } from '../harness/platform-process.ts';

describe.each(['in-process', 'processes'] as const)('killed between steps, %s', (topology) => {
  let platform: PlatformProcess;
  beforeAll(async () => {
    platform = await PlatformProcess.prepare({ TOPOLOGY: topology });
    await platform.start();
  }, 120_000);
  afterAll(() => platform.clear(), 60_000);

  test('every step finds what the step before it left, and repeating a step changes nothing', async () => {
    let actors = await signIn(platform.url);
    const power = async () => {
      await platform.kill();
      await platform.start();
      actors = await signIn(platform.url);
    };
    const seed = randomUUID();
    const keys = { imported: randomUUID(), consented: randomUUID(), created: randomUUID() };
    const patientId = await importPatient(actors.requester, bundleOf(seed), keys.imported);
    await power();
    expect(await importPatient(actors.requester, bundleOf(seed), keys.imported)).toBe(patientId);
    const consentId = await recordConsent(actors.requester, patientId, keys.consented);
    await power();
    expect(await recordConsent(actors.requester, patientId, keys.consented)).toBe(consentId);
    const { id, number } = await createConsultation(actors.requester, patientId, { idempotencyKey: keys.created });
    await power();
    expect(await createConsultation(actors.requester, patientId, { idempotencyKey: keys.created })).toMatchObject({
      id,
      number,
    });
    const expertId = await practitionerIdOf(actors.expert1);
    const rest: [() => Promise<{ status: string }>, string][] = [
      [() => step.submit(actors.requester, id), 'UNDER_REVIEW'],
      [() => step.approve(actors.coordinator, id), 'PENDING'],
      [() => step.invite(actors.coordinator, id, [expertId]), 'PENDING'],
      [() => step.accept(actors.expert1, id), 'ASSIGNED'],
      [() => step.start(actors.requester, id), 'IN_PROGRESS'],
      [() => step.end(actors.requester, id), 'AWAITING_OPINION'],
      [() => step.signOpinion(actors.expert1, id), 'AWAITING_OPINION'],
      [() => step.complete(actors.requester, id), 'COMPLETED'],
    ];
    for (const [take, status] of rest) {
      expect(await take()).toMatchObject({ id, status });
      await power();
    }
    const { consultation } = await actors.requester.run<{
      consultation: { invoice: { status: string } | null; timeline: { event: string }[] };
    }>('query Result($id: ID!) { consultation(id: $id) { invoice { status } timeline { event } } }', { id });
    expect(consultation.timeline).toHaveLength(9);
    await expect.poll(() => invoiceStatus(actors.requester, id), { timeout: 15_000 }).toBe('ISSUED');
  }, 300_000);

  test('SIGTERM stops it cleanly, the database included', async () => {
    expect(await platform.stop()).toBe(0);
  }, 60_000);
});

async function signIn(url: string): Promise<Record<'requester' | 'coordinator' | 'expert1', Actor>> {
  const [requester, coordinator, expert1] = await Promise.all(
    ['requester', 'coordinator', 'expert1'].map((name) => signInAs(url, name)),
  );
  if (!requester || !coordinator || !expert1) throw new Error('Somebody could not sign in.');
  return { requester, coordinator, expert1 };
}

async function invoiceStatus(actor: Actor, id: string): Promise<string | undefined> {
  const { consultation } = await actor.run<{ consultation: { invoice: { status: string } | null } }>(
    'query Invoice($id: ID!) { consultation(id: $id) { invoice { status } } }',
    { id },
  );
  return consultation.invoice?.status;
}
