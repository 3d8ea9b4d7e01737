/** The same platform as several processes: the gateway and each subgraph on a port of its own, under one supervisor. */
import { freePort } from '@huizhen/platform/database/free-port';
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { createLogger, type Logger } from '@huizhen/platform/telemetry/logger';
import { isDemo, type PlatformSettings } from '../settings.ts';
import { SupervisedProcess } from './child-process.ts';
import { openKeys } from './keys-and-passwords.ts';
import { openDatabase } from './open-database.ts';
import type { RunningPlatform } from './running-platform.ts';
import { withPort } from './with-port.ts';
import { subgraphEnvironment } from './subgraph-environment.ts';
import { writeSubgraphUrls } from './subgraph-urls.ts';
import { loadSubgraphs, subgraphNames } from './subgraphs.ts';

export async function startProcesses(
  given: PlatformSettings,
  environment: NodeJS.ProcessEnv,
): Promise<RunningPlatform> {
  const settings = await withPort(given);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  try {
    const logger = createLogger({ name: 'huizhen', level: settings.LOG_LEVEL });
    const keys = await openKeys(settings);
    const database = await openDatabase(settings, keys, logger);
    stops.push(() => database.stop());
    await prepareDatabase({ ...database.address, subgraphs: await loadSubgraphs() }, logger);
    const addresses = await freeAddresses();
    const shared = {
      ...subgraphEnvironment(settings, environment),
      DATABASE_URL: withoutCredentials(urlOfSchema(database.address, 'events')),
      SUBGRAPH_URLS: writeSubgraphUrls(addresses),
    };
    const children = subgraphNames.map((name) => subgraphProcess(name, addresses, shared, logger));
    stops.push(async () => void (await Promise.all(children.map((child) => child.stop()))));
    await Promise.all(children.map((child) => child.start()));
    if (isDemo(settings)) {
      for (const child of children) await child.command('refuse-demo-on-real-accounts');
      for (const child of children) await child.command('load-demo');
    }
    const gateway = new SupervisedProcess(
      {
        name: 'gateway',
        script: 'serve-gateway.ts',
        arguments: [],
        environment: { ...shared, PORT: String(settings.PORT), HOST: settings.HOST },
      },
      logger,
    );
    stops.push(() => gateway.stop());
    return { port: await gateway.start(), demo: isDemo(settings), subgraphUrls: addresses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function freeAddresses(): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  for (const name of subgraphNames) addresses.set(name, `http://127.0.0.1:${await freePort()}`);
  return addresses;
}

function subgraphProcess(
  name: string,
  addresses: ReadonlyMap<string, string>,
  shared: NodeJS.ProcessEnv,
  logger: Logger,
): SupervisedProcess {
  const { port } = new URL(addresses.get(name) ?? '');
  const environment = { ...shared, PORT: port, HOST: '127.0.0.1' };
  return new SupervisedProcess({ name, script: 'serve-subgraph.ts', arguments: [name], environment }, logger);
}

/** Each process signs in to the database as its own role, so the administrator's name and password stay here. */
function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
