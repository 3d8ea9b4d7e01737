/** A platform for measuring: its own PostgreSQL and folder, and a queue of fifty requests. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signInAs } from '../harness/actor.ts';
import { createConsultation, practitionerIdOf, step } from '../harness/main-job.ts';
import { unhurried } from '../harness/unhurried.ts';
import { unlimited } from '../harness/unlimited.ts';
import { InProcessPlatform } from './in-process-platform.ts';

const QUEUE_LENGTH = 50;

export async function benchEnvironment(): Promise<{ environment: Record<string, string>; clear(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'huizhen-bench-'));
  const environment = {
    DATA_DIR: directory,
    PORT: '0',
    NODE_ENV: 'development',
    LOG_LEVEL: 'error',
    ...unlimited,
    ...unhurried,
    RESPONSE_MINUTES_ROUTINE: '600',
    RESPONSE_MINUTES_URGENT: '600',
  };
  return { environment, clear: () => rm(directory, { recursive: true, force: true }) };
}

/**
 * The same with the queue in it, filled by a platform that has ended: whoever has made a patient's key looks it up for every
 * request of the next ten minutes (platform/crypto/patient-keyring.ts), which no platform at work does.
 */
export async function filledEnvironment(): ReturnType<typeof benchEnvironment> {
  const ground = await benchEnvironment();
  const platform = await InProcessPlatform.start(ground.environment);
  await fillQueue(platform.url);
  await platform.stop();
  return ground;
}

/** Fifty requests that wait for an expert who has been asked. */
export async function fillQueue(url: string): Promise<void> {
  const [requester, coordinator, expert] = await Promise.all(
    ['requester', 'coordinator', 'expert1'].map((name) => signInAs(url, name)),
  );
  if (!requester || !coordinator || !expert) throw new Error('Somebody could not sign in.');
  const { patients } = await requester.run<{
    patients: { nodes: { id: string; consents: { withdrawnAt: string | null }[] }[] };
  }>('{ patients(first: 100) { nodes { id consents { withdrawnAt } } } }');
  const consented = patients.nodes.filter(({ consents }) => consents.some(({ withdrawnAt }) => withdrawnAt === null));
  const expertId = await practitionerIdOf(expert);
  for (let n = 0; n < QUEUE_LENGTH; n += 1) {
    const patient = consented[n % consented.length];
    if (!patient) throw new Error('No demo patient has given consent.');
    const { id } = await createConsultation(requester, patient.id, { idempotencyKey: randomUUID() });
    await step.submit(requester, id);
    await step.approve(coordinator, id);
    await step.invite(coordinator, id, [expertId]);
  }
}
