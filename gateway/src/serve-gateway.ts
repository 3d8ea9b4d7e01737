/** Runs the gateway in a process of its own, before subgraphs that are served elsewhere. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { startTracing } from '@huizhen/platform/telemetry/tracing';
import { urlOfSchema } from '@huizhen/platform/database/prepare-database';
import type { KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { gatewayModule } from './partners/gateway.migrations.ts';
import { platformSettings, type PlatformSettings } from './settings.ts';
import { openKeys } from './topology/keys-and-passwords.ts';
import { addressOf, databaseIn } from './topology/open-database.ts';
import { readinessOf } from './topology/readiness.ts';
import { runAsProcess } from './topology/run-as-process.ts';
import { startGateway } from './topology/start-gateway.ts';
import { httpPeers, subgraphUrlSettings } from './topology/subgraph-urls.ts';

await runAsProcess(async () => {
  const settings = parseSettings({ ...platformSettings, ...subgraphUrlSettings }, process.env);
  const tracing = await startTracing('huizhen-gateway', process.env);
  const logger = createLogger({ name: 'gateway', level: settings.LOG_LEVEL });
  const peers = httpPeers(settings.SUBGRAPH_URLS);
  const ready = readinessOf(peers);
  const keys = await openKeys(settings);
  const databaseUrl = ownDatabase(settings, keys);
  if (databaseUrl === null) logger.warn('without DATABASE_URL this gateway counts requests for itself');
  const gateway = await startGateway({ settings, keys, peers, logger, databaseUrl, ready });
  return {
    port: gateway.port,
    commands: {},
    async stop() {
      await gateway.close();
      await Promise.all([...peers.values()].map((peer) => peer.close()));
      await tracing.stop();
    },
  };
});

function ownDatabase({ DATABASE_URL }: PlatformSettings, keys: KeyDirectory): string | null {
  if (DATABASE_URL === undefined) return null;
  return urlOfSchema(addressOf(DATABASE_URL, databaseIn(DATABASE_URL), keys), gatewayModule.schema);
}
