/** A new supergraph takes over while sockets and subscriptions go on; those that do not fit it any more are told so. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { watchEvents } from '../harness/events-of.ts';
import { step, type QueueEvent } from '../harness/main-job.ts';
import { newRequest } from '../harness/new-request.ts';

const FITS = 'subscription { consultationQueue { cursor kind consultations { id patient { name } } } }';
const GOES = 'subscription { consultationQueue { cursor kind longestWaitSeconds consultations { id } } }';
const checkedIn = new URL('../../schema/supergraph.graphql', import.meta.url);

let clinic: Clinic;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizhen-supergraph-'));
  file = join(folder, 'supergraph.graphql');
  await writeFile(file, await readFile(checkedIn, 'utf8'));
  clinic = await openClinic({ environment: { SUPERGRAPH: file, LOG_LEVEL: 'silent' } });
}, 120_000);
afterAll(async () => {
  await clinic?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('what still fits goes on without a gap; what does not ends with a clear word', async () => {
  const { requester, coordinator, id } = await newRequest(clinic);
  const fits = [coordinator.watch<QueueEvent>(FITS), watchEvents<QueueEvent>(clinic, coordinator, { query: FITS })];
  const goes = [coordinator.watch<QueueEvent>(GOES), watchEvents<QueueEvent>(clinic, coordinator, { query: GOES })];
  await Promise.all(
    [...fits, ...goes].map((feed) => feed.until(({ consultationQueue: { kind } }) => kind === 'SNAPSHOT')),
  );

  const sdl = await readFile(file, 'utf8');
  const smaller = sdl.replace(/("""(?:(?!""")[^])*"""\s+)?longestWaitSeconds: Int!/, '');
  expect(smaller.length).toBeLessThan(sdl.length);
  await reload(smaller);
  for (const feed of goes) {
    await expect(feed.until(() => false)).rejects.toThrow('BAD_USER_INPUT: The graph has changed');
    await expect.poll(() => feed.completed).toBe(true);
  }
  await step.submit(requester, id);
  await Promise.all(fits.map((feed) => feed.until(({ consultationQueue: { kind } }) => kind === 'ENTERED')));
  expect(fits.map(({ received }) => received.length)).toEqual([2, 2]);
  await expect(coordinator.watch(GOES).until(() => true)).rejects.toThrow('Cannot query field "longestWaitSeconds"');

  await reload('no schema at all');
  await step.approve(coordinator, id);
  await Promise.all(fits.map((feed) => feed.until(({ consultationQueue: { kind } }) => kind === 'CHANGED')));

  await reload(sdl);
  await expect.poll(() => refusalOf(GOES), { timeout: 15_000 }).toBeNull();
  for (const feed of fits) feed.close();

  async function refusalOf(query: string): Promise<string | null> {
    const feed = watchEvents(clinic, coordinator, { query });
    const refusal = await feed.until(() => true).then(() => null, String);
    feed.close();
    return refusal;
  }
});

async function reload(sdl: string): Promise<void> {
  await writeFile(file, sdl);
  process.kill(process.pid, 'SIGHUP');
}
