/** How long a warm start takes, and how much memory the whole platform has then and after some work. */
import { signInAs } from '../harness/actor.ts';
import { benchEnvironment } from './bench-ground.ts';
import { InProcessPlatform } from './in-process-platform.ts';
import { load } from './load.ts';
import type { Measured } from './measured.ts';

export async function measureStart(): Promise<Measured> {
  const { environment, clear } = await benchEnvironment();
  const cold = await InProcessPlatform.start(environment);
  await cold.stop();
  const warm = await InProcessPlatform.start(environment, ['npm', 'start', '--silent']);
  const idle = await InProcessPlatform.start({ ...environment, DATA_DIR: `${environment['DATA_DIR']}-idle` });
  const before = await idle.megabytes();
  const requester = await signInAs(idle.url, 'requester');
  const body = JSON.stringify({ query: '{ patients(first: 20) { nodes { id name } } }' });
  await load({ url: idle.url, token: requester.accessToken, bodies: Array<string>(16).fill(body), seconds: 5 });
  const after = await idle.megabytes();
  await Promise.all([warm.stop(), idle.stop()]);
  await clear();
  return {
    title: 'Start and memory (in process, PostgreSQL apart)',
    how: '`npm start` on an installation that has run before; resident memory of the Node process when ready, and after five seconds of load.',
    rows: [
      { figure: 'warm npm start to ready, s', value: warm.secondsToReady, aim: '≤ 8' },
      { figure: 'memory when ready, MB', value: before, aim: '≤ 500' },
      { figure: 'memory after 5 s of load, MB', value: after, aim: '≤ 500' },
    ],
  };
}
