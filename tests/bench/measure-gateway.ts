/** The gateways alone: the same query on the same graph, before subgraphs that answer from memory. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { platformSettings } from '@huizhen/gateway/settings';
import { SupervisedProcess } from '@huizhen/gateway/topology/child-process';
import { startProcesses } from '@huizhen/gateway/topology/processes';
import { freePort } from '@huizhen/platform/database/free-port';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { benchEnvironment, fillQueue } from './bench-ground.ts';
import { ours, plain, rivals, startRival, type StartedRival } from './gateways.ts';
import type { Measured } from './measured.ts';
import { comparison, CONNECTIONS, coordinatorToken, inTurns, type Contestant } from './in-turns.ts';

export async function measureGateway(): Promise<Measured> {
  const { environment, clear } = await benchEnvironment();
  const platform = await startProcesses(parseSettings(platformSettings, environment), {
    ...process.env,
    ...environment,
  });
  const endpoint = `http://127.0.0.1:${platform.port}/graphql`;
  await fillQueue(endpoint);
  const { memory, remembered } = await rememberingSubgraphs(platform.subgraphUrls ?? new Map());
  await memory.start();
  const token = await coordinatorToken(endpoint);
  const started: (Contestant & StartedRival)[] = [];
  for (const gateway of [ours, ...(await rivals())]) {
    const running = await startRival(gateway, remembered, { ...environment, PORT: '0' });
    started.push({ name: gateway.name, token, ...running });
  }
  const results = await inTurns(started);
  for (const gateway of started) await gateway.stop();
  await memory.stop();
  await platform.stop();
  await clear();
  return {
    title: `The gateways alone, subgraphs answering from memory, ${CONNECTIONS} connections`,
    how: `Each gateway in a process of its own before the same stand-in for the subgraphs, which answers from memory what the real ones answered the first time. What is left is the gateway itself. Sixteen connections ask the same question, so gateways that answer equal questions in flight once gain by it here.`,
    rows: comparison(results, { ratio: plain.name }),
  };
}

async function rememberingSubgraphs(urls: ReadonlyMap<string, string>) {
  const places = new Map<string, { url: string; port: number }>();
  for (const [name, url] of urls) places.set(name, { url, port: await freePort() });
  const memory = new SupervisedProcess(
    {
      name: 'remembering subgraphs',
      script: '../../tests/bench/remembering-subgraphs.ts',
      arguments: [],
      environment: { ...process.env, PLACES: JSON.stringify(Object.fromEntries(places)) },
    },
    createLogger({ name: 'bench', level: 'error' }),
  );
  const remembered = new Map([...places].map(([name, { port }]) => [name, `http://127.0.0.1:${port}`]));
  return { memory, remembered };
}
