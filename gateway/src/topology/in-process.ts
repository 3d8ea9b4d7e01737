/** The whole platform in one process: real federation, without HTTP between. */
import { urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { startHost, type HostOptions } from '@huizhen/platform/subgraph/subgraph-host';
import { gatewayModule } from '../partners/gateway.migrations.ts';
import { isDemo, type PlatformSettings } from '../settings.ts';
import { loadDemo, refuseDemoOnRealAccounts } from './load-demo.ts';
import { onFoundation } from './on-foundation.ts';
import type { RunningPlatform } from './running-platform.ts';
import { startGateway } from './start-gateway.ts';
import { withinPatience } from './within-patience.ts';
import { subgraphEnvironment } from './subgraph-environment.ts';
import { watchedPeers, type OnAsked } from './watched-peers.ts';

/** For measuring what goes on inside. */
export type Observe = Pick<HostOptions, 'onStatement'> & { readonly onAsked?: OnAsked };

export function startInProcess(
  given: PlatformSettings,
  environment: NodeJS.ProcessEnv,
  { onAsked, ...observe }: Observe = {},
): Promise<RunningPlatform> {
  return onFoundation(given, async ({ settings, logger, keys, plan, onStop }) => {
    const host = await startHost({
      subgraphs: plan.subgraphs,
      urlOf: (schema) => urlOfSchema(plan, schema),
      keys,
      environment: subgraphEnvironment(settings, environment),
      logger,
      ...observe,
    });
    onStop(() => withinPatience('subgraphs', () => host.stop(), logger));
    if (isDemo(settings)) {
      await refuseDemoOnRealAccounts(host.subgraphs.values());
      await loadDemo(host.subgraphs.values(), new Date());
    }
    const gateway = await startGateway({
      settings,
      keys,
      peers: watchedPeers(host.subgraphs, onAsked),
      logger,
      otherMetrics: [host.metrics.registry],
      databaseUrl: urlOfSchema(plan, gatewayModule.schema),
      ready: () => host.ready(),
    });
    onStop(() => withinPatience('gateway', () => gateway.close(), logger));
    return { port: gateway.port, demo: isDemo(settings) };
  });
}
