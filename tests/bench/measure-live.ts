/** How many completed events one core delivers to the subscribers of one queue. */
import { setTimeout as pause } from 'node:timers/promises';
import { signInAs, type Actor } from '../harness/actor.ts';
import { Happenings } from '../harness/happenings.ts';
import { QUEUE } from '../harness/main-job.ts';
import { benchEnvironment, fillQueue } from './bench-ground.ts';
import { CountingSocket } from './counting-socket.ts';
import { InProcessPlatform } from './in-process-platform.ts';
import { insideOf } from './inside-of.ts';
import type { Measured } from './measured.ts';

const SOCKETS = 10;
const PER_SOCKET = 20;
const EVENTS_PER_SECOND = 50;
const SECONDS = 10;

export async function measureLive(): Promise<Measured> {
  const { environment, clear } = await benchEnvironment();
  const platform = await InProcessPlatform.start(environment);
  await fillQueue(platform.url);
  const coordinator = await signInAs(platform.url, 'coordinator');
  const row = await deliveries(platform, environment, coordinator);
  await platform.stop();
  await clear();
  return {
    title: `${SOCKETS * PER_SOCKET} subscribers of one queue, ${EVENTS_PER_SECOND} events/s of four subgraphs, in process`,
    how: `Real transitions go through the event log; each event is completed with fields of further subgraphs and delivered to every subscriber over WebSocket.`,
    rows: [row],
  };
}

async function deliveries(platform: InProcessPlatform, environment: Record<string, string>, coordinator: Actor) {
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, () => CountingSocket.open(platform.url, coordinator.accessToken)),
  );
  for (const socket of sockets) for (let n = 0; n < PER_SOCKET; n += 1) socket.subscribe(QUEUE);
  await arrived(sockets, SOCKETS * PER_SOCKET);
  const { consultations } = await coordinator.run<{ consultations: { nodes: { id: string }[] } }>(
    '{ consultations(statuses: [PENDING], first: 50) { nodes { id } } }',
  );
  const { appUrl } = await insideOf(environment);
  const happenings = await Happenings.of(
    appUrl('consultations'),
    consultations.nodes.map(({ id }) => id),
  );
  // Until everybody stands at one place, and the code is warm.
  await happenings.happen(50);
  await arrived(sockets, 51 * SOCKETS * PER_SOCKET);
  const [before, started, cpu] = [counted(sockets), performance.now(), await platform.cpuSeconds()];
  for (let second = 0; second < SECONDS; second += 1)
    for (let tenth = 0; tenth < 10; tenth += 1) {
      await happenings.happen(EVENTS_PER_SECOND / 10);
      await pause(Math.max(0, started + (second * 10 + tenth + 1) * 100 - performance.now()));
    }
  const expected = before + EVENTS_PER_SECOND * SECONDS * SOCKETS * PER_SOCKET;
  await arrived(sockets, expected);
  const [elapsed, used] = [(performance.now() - started) / 1_000, (await platform.cpuSeconds()) - cpu];
  await happenings.close();
  for (const socket of sockets) socket.end();
  const count = expected - before;
  return {
    'delivered/s': count / elapsed,
    '% of a core': (used / elapsed) * 100,
    'delivered/s of one core': count / used,
    aim: '≥ 10,000 on one core',
  };
}

async function arrived(sockets: readonly CountingSocket[], count: number): Promise<void> {
  const until = performance.now() + 120_000;
  while (counted(sockets) < count) {
    if (performance.now() > until) throw new Error(`${counted(sockets)} of ${count} events have arrived.`);
    await pause(20);
  }
}

function counted(sockets: readonly CountingSocket[]): number {
  return sockets.reduce((sum, { events }) => sum + events, 0);
}
