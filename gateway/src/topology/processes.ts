/** The same platform as several processes: the gateway and each subgraph on a port of its own, under one supervisor. */
import { freePort } from '@huizhen/platform/database/free-port';
import { urlOfSchema } from '@huizhen/platform/database/prepare-database';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { isDemo, type PlatformSettings } from '../settings.ts';
import { SupervisedProcess } from './child-process.ts';
import { onFoundation } from './on-foundation.ts';
import type { RunningPlatform } from './running-platform.ts';
import { subgraphEnvironment } from './subgraph-environment.ts';
import { writeSubgraphUrls } from './subgraph-urls.ts';
import { subgraphNames } from './subgraphs.ts';

export function startProcesses(given: PlatformSettings, environment: NodeJS.ProcessEnv): Promise<RunningPlatform> {
  return onFoundation(given, async ({ settings, logger, plan, onStop }) => {
    const addresses = await freeAddresses();
    const shared = {
      ...subgraphEnvironment(settings, environment),
      DATABASE_URL: withoutCredentials(urlOfSchema(plan, 'events')),
      SUBGRAPH_URLS: writeSubgraphUrls(addresses),
    };
    const children = subgraphNames.map((name) => subgraphProcess(name, addresses, shared, logger));
    onStop(() => Promise.all(children.map((child) => child.stop())));
    await Promise.all(children.map((child) => child.start()));
    if (isDemo(settings)) {
      for (const child of children) await child.command('refuse-demo-on-real-accounts');
      for (const child of children) await child.command('load-demo');
    }
    const gateway = gatewayProcess({ ...shared, PORT: String(settings.PORT), HOST: settings.HOST }, logger);
    const reload = () => gateway.signal('SIGHUP');
    process.on('SIGHUP', reload);
    onStop(() => {
      process.off('SIGHUP', reload);
      return gateway.stop();
    });
    return { port: await gateway.start(), demo: isDemo(settings), subgraphUrls: addresses };
  });
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

function gatewayProcess(environment: NodeJS.ProcessEnv, logger: Logger): SupervisedProcess {
  return new SupervisedProcess({ name: 'gateway', script: 'serve-gateway.ts', arguments: [], environment }, logger);
}

/** Each process signs in to the database as its own role, so the administrator's name and password stay here. */
function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
