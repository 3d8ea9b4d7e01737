/** One more gateway before the subgraphs of a clinic, as behind a load balancer. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { platformSettings } from '@huizhen/gateway/settings';
import { startGateway } from '@huizhen/gateway/topology/start-gateway';
import { httpPeers } from '@huizhen/gateway/topology/subgraph-urls';
import type { Clinic } from './clinic.ts';
import { insiderOf } from './insider.ts';

export interface SecondGateway {
  readonly url: string;
  close(): Promise<void>;
}

/** The clinic must be laid out as processes. */
export async function openSecondGateway(clinic: Clinic): Promise<SecondGateway> {
  const settings = parseSettings(platformSettings, clinic.environment);
  const { keys, urlOf } = await insiderOf(clinic);
  const peers = httpPeers(clinic.subgraphUrls);
  const gateway = await startGateway({
    settings,
    keys,
    peers,
    logger: createLogger({ name: 'second-gateway', level: settings.LOG_LEVEL }),
    databaseUrl: urlOf('gateway'),
    ready: () => Promise.resolve(true),
  });
  return {
    url: `http://127.0.0.1:${gateway.port}/graphql`,
    async close() {
      await gateway.close();
      await Promise.all([...peers.values()].map((peer) => peer.close()));
    },
  };
}
