/** The main job's federated query under load: in process, over HTTP, and on the yardstick. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { platformSettings } from '@huizhen/gateway/settings';
import { SupervisedProcess } from '@huizhen/gateway/topology/child-process';
import { startProcesses } from '@huizhen/gateway/topology/processes';
import { writeSubgraphUrls } from '@huizhen/gateway/topology/subgraph-urls';
import { signInAs } from '../harness/actor.ts';
import { benchEnvironment, fillQueue } from './bench-ground.ts';
import { InProcessPlatform } from './in-process-platform.ts';
import { load, type LoadResult } from './load.ts';
import type { Measured } from './measured.ts';
import { QUEUE_QUERY } from './queue-query.ts';

const CONNECTIONS = 16;
const SECONDS = 10;

export async function measureQueue(): Promise<Measured> {
  const { environment, clear } = await benchEnvironment();
  const results: [string, LoadResult][] = [];
  const inProcess = await InProcessPlatform.start(environment);
  await fillQueue(inProcess.url);
  results.push(['this gateway, in process', await measured(inProcess.url)]);
  await inProcess.stop();

  const platform = await startProcesses(parseSettings(platformSettings, environment), {
    ...process.env,
    ...environment,
  });
  results.push(['this gateway, over HTTP', await measured(`http://127.0.0.1:${platform.port}/graphql`)]);
  const plain = new SupervisedProcess(
    {
      name: 'plain gateway',
      script: '../../tests/bench/plain-gateway.ts',
      arguments: [],
      environment: {
        ...process.env,
        ...environment,
        SUBGRAPH_URLS: writeSubgraphUrls(platform.subgraphUrls ?? new Map()),
      },
    },
    createLogger({ name: 'bench', level: 'error' }),
  );
  results.push([
    'plain @apollo/gateway, over HTTP',
    await measured(`http://127.0.0.1:${await plain.start()}/`, `http://127.0.0.1:${platform.port}/graphql`),
  ]);
  await plain.stop();
  await platform.stop();
  await clear();

  const yardstick = results.at(-1)?.[1].requestsPerSecond ?? Number.NaN;
  return {
    title: `Queue of 50 with four federated fields, ${CONNECTIONS} connections`,
    rows: results.map(([name, { requestsPerSecond, p50, p95, failures }]) => ({
      gateway: name,
      'requests/s': requestsPerSecond,
      ratio: `${(requestsPerSecond / yardstick).toFixed(2)}×`,
      'p50 ms': p50,
      'p95 ms': p95,
      failures,
    })),
  };
}

/** Signs in where sign-in is, warms up, then measures. */
async function measured(url: string, signInUrl = url): Promise<LoadResult> {
  const coordinator = await signInAs(signInUrl, 'coordinator');
  const request = {
    url,
    token: coordinator.accessToken,
    body: JSON.stringify({ query: QUEUE_QUERY }),
    connections: CONNECTIONS,
  };
  await load({ ...request, seconds: 4 });
  return load({ ...request, seconds: SECONDS });
}
