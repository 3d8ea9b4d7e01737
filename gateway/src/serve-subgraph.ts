/** Runs one subgraph in a process of its own: `node --import tsx gateway/src/serve-subgraph.ts patients`. */
import { startHost } from '@huizhen/platform/subgraph/subgraph-host';
import { serveSubgraph } from '@huizhen/platform/subgraph/serve-subgraph';
import { urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { startTracing } from '@huizhen/platform/telemetry/tracing';
import { parseSettings } from '@huizhen/platform/config/settings';
import { collectDefaultMetrics } from 'prom-client';
import { platformSettings } from './settings.ts';
import { loadDemo, refuseDemoOnRealAccounts } from './topology/load-demo.ts';
import { openKeys } from './topology/keys-and-passwords.ts';
import { addressOf, databaseIn } from './topology/open-database.ts';
import { runAsProcess } from './topology/run-as-process.ts';
import { subgraphEnvironment } from './topology/subgraph-environment.ts';
import { httpPeers, subgraphUrlSettings } from './topology/subgraph-urls.ts';
import { isSubgraphName, loadSubgraph, subgraphNames } from './topology/subgraphs.ts';

await runAsProcess(async () => {
  const name = process.argv[2] ?? '';
  if (!isSubgraphName(name)) throw new Error(`Name one of the subgraphs: ${subgraphNames.join(', ')}.`);
  const settings = parseSettings({ ...platformSettings, ...subgraphUrlSettings }, process.env);
  if (settings.DATABASE_URL === undefined) throw new Error('Set DATABASE_URL, for example postgres://db:5432/huizhen.');
  const tracing = await startTracing(`huizhen-${name}`, process.env);
  const logger = createLogger({ name, level: settings.LOG_LEVEL });
  const keys = await openKeys(settings);
  const address = addressOf(settings.DATABASE_URL, databaseIn(settings.DATABASE_URL), keys);
  const peers = httpPeers(settings.SUBGRAPH_URLS);
  const host = await startHost({
    subgraphs: [await loadSubgraph(name)],
    urlOf: (schema) => urlOfSchema(address, schema),
    keys,
    environment: subgraphEnvironment(settings, process.env),
    logger,
    peer: (other) => {
      const peer = peers.get(other);
      if (!peer) throw new Error(`No subgraph is called ${other}.`);
      return peer;
    },
  });
  collectDefaultMetrics({ register: host.metrics.registry });
  const [subgraph] = host.subgraphs.values();
  if (!subgraph) throw new Error(`${name} did not start.`);
  const listening = await serveSubgraph(subgraph, {
    host: settings.HOST,
    port: settings.PORT,
    ready: () => host.ready(),
    metrics: () => host.metrics.registry.metrics(),
  });
  return {
    port: listening.port,
    commands: {
      'refuse-demo-on-real-accounts': () => refuseDemoOnRealAccounts([subgraph]),
      'load-demo': () => loadDemo([subgraph], new Date()),
    },
    async stop() {
      await listening.close();
      await host.stop();
      await Promise.all([...peers.values()].map((peer) => peer.close()));
      await tracing.stop();
    },
  };
});
