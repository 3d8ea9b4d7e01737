/** Fifty requests of the queue with four federated fields, over the platform's real subgraphs and PostgreSQL. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { platformSettings } from '@huizhen/gateway/settings';
import { startProcesses } from '@huizhen/gateway/topology/processes';
import { benchEnvironment, fillQueue } from './bench-ground.ts';
import { ours, plain, rivals, startRival, type StartedRival } from './gateways.ts';
import { InProcessPlatform } from './in-process-platform.ts';
import type { Measured } from './measured.ts';
import { comparison, CONNECTIONS, coordinatorToken, inTurns, type Contestant } from './in-turns.ts';

export async function measureQueue(): Promise<Measured> {
  const alone = await inOneProcess();
  const apart = await benchEnvironment();
  const { environment } = apart;
  const platform = await startProcesses(parseSettings(platformSettings, environment), {
    ...process.env,
    ...environment,
  });
  const endpoint = `http://127.0.0.1:${platform.port}/graphql`;
  await fillQueue(endpoint);
  const token = await coordinatorToken(endpoint);
  const started: StartedRival[] = [];
  const contestants: Contestant[] = [alone, { name: overHttp(ours.name), url: endpoint, token }];
  for (const rival of await rivals()) {
    const running = await startRival(rival, platform.subgraphUrls ?? new Map(), environment);
    started.push(running);
    contestants.push({ name: overHttp(rival.name), url: running.url, token });
  }
  const results = await inTurns(contestants);
  for (const rival of started) await rival.stop();
  await platform.stop();
  await apart.clear();
  await alone.stop();
  return {
    title: `Queue of 50 with four federated fields, real subgraphs, ${CONNECTIONS} connections`,
    how: 'The platform as it runs: every subgraph on PostgreSQL with its policies, row-level security, decryption and access log.',
    rows: comparison(results, overHttp(plain.name)),
  };
}

function overHttp(name: string): string {
  return `${name}, over HTTP`;
}

async function inOneProcess(): Promise<Contestant & StartedRival> {
  const { environment, clear } = await benchEnvironment();
  const platform = await InProcessPlatform.start(environment);
  await fillQueue(platform.url);
  return {
    name: `${ours.name}, in process`,
    url: platform.url,
    token: await coordinatorToken(platform.url),
    async stop() {
      await platform.stop();
      await clear();
    },
  };
}
