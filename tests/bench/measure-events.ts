/** From a mutation's answer to the subscriber's enriched event. */
import { signInAs } from '../harness/actor.ts';
import { createConsultation, QUEUE, step, type QueueEvent } from '../harness/main-job.ts';
import { benchEnvironment } from './bench-ground.ts';
import { InProcessPlatform } from './in-process-platform.ts';
import { percentile } from './load.ts';
import type { Measured } from './measured.ts';

const ROUNDS = 100;

export async function measureEvents(): Promise<Measured> {
  const { environment, clear } = await benchEnvironment();
  const platform = await InProcessPlatform.start(environment);
  const [requester, coordinator] = await Promise.all(
    ['requester', 'coordinator'].map((name) => signInAs(platform.url, name)),
  );
  if (!requester || !coordinator) throw new Error('Somebody could not sign in.');
  const { patients } = await requester.run<{ patients: { nodes: { id: string }[] } }>(
    '{ patients(first: 1) { nodes { id } } }',
  );
  const patientId = patients.nodes[0]?.id ?? '';
  const feed = coordinator.watch<QueueEvent>(QUEUE);
  await feed.until((event) => event.consultationQueue.kind === 'SNAPSHOT');
  const latencies: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id } = await createConsultation(requester, patientId);
    const arrived = feed
      .until((event) => event.consultationQueue.consultations.some((one) => one.id === id))
      .then(() => performance.now());
    await step.submit(requester, id);
    const answered = performance.now();
    latencies.push(Math.max(0, (await arrived) - answered));
  }
  await requester.leave();
  await coordinator.leave();
  await platform.stop();
  await clear();
  return {
    title: `From a mutation's answer to the subscriber's event, ${ROUNDS} rounds`,
    how: `A coordinator watches the queue while a doctor submits requests; the time between the mutation's answer and the event at the subscriber.`,
    rows: [
      {
        'p50 ms': percentile(latencies, 50),
        'p95 ms': percentile(latencies, 95),
        'max ms': Math.max(...latencies),
        aim: 'p95 ≤ 50',
      },
    ],
  };
}
