/** What both ways of laying out the platform stand on: a settled port, keys, and a prepared database. */
import type { KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { prepareDatabase, type DatabaseAddress } from '@huizhen/platform/database/prepare-database';
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { createLogger, type Logger } from '@huizhen/platform/telemetry/logger';
import { gatewayModule } from '../partners/gateway.migrations.ts';
import type { PlatformSettings } from '../settings.ts';
import { openKeys } from './keys-and-passwords.ts';
import { openDatabase } from './open-database.ts';
import type { RunningPlatform } from './running-platform.ts';
import { loadSubgraphs } from './subgraphs.ts';
import { withPort } from './with-port.ts';

export interface Foundation {
  readonly settings: PlatformSettings;
  readonly logger: Logger;
  readonly keys: KeyDirectory;
  readonly plan: DatabaseAddress & { readonly subgraphs: readonly Subgraph[] };
  /** Whatever starts says here how it stops; the last to start stops first, also when a later start fails. */
  onStop(stop: () => Promise<unknown>): void;
}

export async function onFoundation(
  given: PlatformSettings,
  start: (foundation: Foundation) => Promise<Omit<RunningPlatform, 'stop'>>,
): Promise<RunningPlatform> {
  const settings = await withPort(given);
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  try {
    const logger = createLogger({ name: 'huizhen', level: settings.LOG_LEVEL });
    const keys = await openKeys(settings);
    const database = await openDatabase(settings, keys, logger);
    stops.push(() => database.stop());
    const plan = { ...database.address, subgraphs: await loadSubgraphs() };
    await prepareDatabase({ ...plan, modules: [gatewayModule] }, logger);
    const platform = await start({ settings, logger, keys, plan, onStop: (one) => void stops.push(one) });
    return { ...platform, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
