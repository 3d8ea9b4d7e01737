/** What the platform asks of PostgreSQL for the queue's query, recorded from a platform that runs in this process for that long. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { parseSettings } from '@huizhen/platform/config/settings';
import { startHost } from '@huizhen/platform/subgraph/subgraph-host';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { gatewayModule } from '@huizhen/gateway/partners/gateway.migrations';
import { platformSettings } from '@huizhen/gateway/settings';
import { startGateway } from '@huizhen/gateway/topology/start-gateway';
import { subgraphEnvironment } from '@huizhen/gateway/topology/subgraph-environment';
import { loadSubgraphs } from '@huizhen/gateway/topology/subgraphs';
import { signInAs } from '../harness/actor.ts';
import type { insideOf } from './inside-of.ts';
import { QUEUE_QUERY_OF } from './queue-query.ts';
import { recorded, type RecordedTransaction } from './recorded-transactions.ts';

/** Until plans are made and keys unwrapped, as they are for whoever asks again. */
const TIMES_BEFORE = 3;

type Inside = Awaited<ReturnType<typeof insideOf>>;

/** @param sizes of the lists that will be asked for */
export async function recordQueue(
  { keys, appUrl }: Inside,
  sizes: readonly number[],
): Promise<ReadonlyMap<number, readonly RecordedTransaction[]>> {
  const settings = parseSettings(platformSettings, process.env);
  const logger = createLogger({ name: 'bench', level: 'error' });
  const environment = subgraphEnvironment(settings, process.env);
  const host = await startHost({ subgraphs: await loadSubgraphs(), urlOf: appUrl, keys, environment, logger });
  const databaseUrl = appUrl(gatewayModule.schema);
  const peers = host.subgraphs;
  const gateway = await startGateway({ settings, keys, peers, logger, databaseUrl, ready: () => host.ready() });
  const coordinator = await signInAs(`http://127.0.0.1:${gateway.port}/graphql`, 'coordinator');
  const { viewer } = await createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys }).verify(
    coordinator.accessToken,
  );
  const ask = (first: number) => coordinator.run(QUEUE_QUERY_OF, { first });
  for (let n = 0; n < TIMES_BEFORE; n += 1) await ask(Math.max(...sizes));
  const recordings = new Map<number, readonly RecordedTransaction[]>();
  for (const size of sizes) recordings.set(size, await recorded(viewer.subject, () => ask(size)));
  await gateway.close();
  await host.stop();
  return recordings;
}
