/** What thousands of sockets cost that are open and told nothing. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { signInAs } from '../harness/actor.ts';
import { viewerOf } from '../harness/insider.ts';
import { benchEnvironment } from './bench-ground.ts';
import { CountingSocket } from './counting-socket.ts';
import { InProcessPlatform } from './in-process-platform.ts';
import { insideOf } from './inside-of.ts';
import type { Measured } from './measured.ts';

const SOCKETS = 5_000;
const PER_VIEWER = 50;
const QUEUE = 'subscription { consultationQueue { cursor kind waiting } }';

export async function measureIdle(): Promise<Measured> {
  const { environment, clear } = await benchEnvironment();
  const platform = await InProcessPlatform.start(environment);
  const like = viewerOf(await signInAs(platform.url, 'coordinator'));
  const { keys } = await insideOf(environment);
  const tokens = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys });
  const sockets: CountingSocket[] = [];
  const open = async () => {
    const { token } = await tokens.issue({ ...like, subject: randomUUID() }, randomUUID());
    const more = await Promise.all(Array.from({ length: PER_VIEWER }, () => CountingSocket.open(platform.url, token)));
    for (const socket of more) socket.subscribe(QUEUE);
    while (more.some(({ events }) => events === 0)) await pause(5);
    sockets.push(...more);
  };
  // What is made once, and not for every socket, is there before it is measured.
  await open();
  const before = await platform.megabytes();
  while (sockets.length < SOCKETS) await open();
  await pause(2_000);
  const more = (await platform.megabytes()) - before;
  for (const socket of sockets) socket.end();
  await platform.stop();
  await clear();
  return {
    title: `${SOCKETS} idle sockets of ${SOCKETS / PER_VIEWER} viewers, each with a subscription`,
    how: `WebSockets that subscribed and wait; resident memory of the platform's process before and after.`,
    rows: [{ 'MB more': more, 'KB each': (more * 1_024) / SOCKETS, aim: '≤ 400 MB more' }],
  };
}
