/** The whole platform in one process: real federation, without HTTP between. */
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { startHost, type HostOptions } from '@huizhen/platform/subgraph/subgraph-host';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { isDemo, type PlatformSettings } from '../settings.ts';
import { openKeys } from './keys-and-passwords.ts';
import { loadDemo, refuseDemoOnRealAccounts } from './load-demo.ts';
import { openDatabase } from './open-database.ts';
import type { RunningPlatform } from './running-platform.ts';
import { startGateway } from './start-gateway.ts';
import { withPort } from './with-port.ts';
import { subgraphEnvironment } from './subgraph-environment.ts';
import { loadSubgraphs } from './subgraphs.ts';

/** For measuring what goes on inside. */
export type Observe = Pick<HostOptions, 'onStatement'>;

export async function startInProcess(
  given: PlatformSettings,
  environment: NodeJS.ProcessEnv,
  observe: Observe = {},
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
    const subgraphs = await loadSubgraphs();
    await prepareDatabase({ ...database.address, subgraphs }, logger);
    const host = await startHost({
      subgraphs,
      urlOf: (schema) => urlOfSchema(database.address, schema),
      keys,
      environment: subgraphEnvironment(settings, environment),
      logger,
      ...observe,
    });
    stops.push(() => host.stop());
    if (isDemo(settings)) {
      await refuseDemoOnRealAccounts(host.subgraphs.values());
      await loadDemo(host.subgraphs.values(), new Date());
    }
    const gateway = await startGateway({ settings, keys, peers: host.subgraphs, logger, ready: () => host.ready() });
    stops.push(() => gateway.close());
    return { port: gateway.port, demo: isDemo(settings), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
