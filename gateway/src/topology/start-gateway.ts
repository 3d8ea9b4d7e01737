/** The gateway on its port: one endpoint over the peers it is given. */
import { createServer } from 'node:http';
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import { createOidc } from '@huizhen/platform/access/oidc';
import type { KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { listen, type Listening } from '@huizhen/platform/http/listen';
import { listener } from '@huizhen/platform/http/listener';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { readSupergraph } from '../composition/schema-files.ts';
import { chosenExecutor } from '../federation/chosen-executor.ts';
import { FederatedGraph } from '../federation/federated-graph.ts';
import { createApp } from '../http/app.ts';
import { createAuthenticator } from '../identity/authenticate.ts';
import { findViewerIn } from '../identity/find-viewer.ts';
import { webRoutes } from '../web/serve-web.ts';
import { playgroundRoutes } from '../playground/serve-playground.ts';
import { clientAddress } from '../partners/client-address.ts';
import { PartnerGate } from '../partners/partner-gate.ts';
import { createPartnerMetrics } from '../partners/partner-metrics.ts';
import { PartnerRegistry } from '../partners/partner-registry.ts';
import { RateLimits } from '../partners/rate-limits.ts';
import { isDemo, trustedDocumentsOnly, type PlatformSettings } from '../settings.ts';
import { guardedPeers } from '../sources/guarded-peers.ts';
import { ConnectionsPerViewer } from '../subscriptions/connections-per-viewer.ts';
import { LiveOperations } from '../subscriptions/live-operations.ts';
import { serveSockets } from '../subscriptions/serve-sockets.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import type { Registry } from 'prom-client';
import { reloadOnHangup } from './reload-on-hangup.ts';

export interface GatewayOptions {
  readonly settings: PlatformSettings;
  readonly keys: KeyDirectory;
  readonly peers: ReadonlyMap<string, SubgraphPeer>;
  readonly logger: Logger;
  /** Metrics of what else runs in this process. */
  readonly otherMetrics?: readonly Registry[];
  /** Where the gateway's own role connects; null where there is no database to be reached. */
  readonly databaseUrl: string | null;
  ready(): Promise<boolean>;
}

export async function startGateway(options: GatewayOptions): Promise<Listening> {
  const { settings, keys, logger } = options;
  const privateKey = keys.internalPrivateKeys.get('gateway');
  if (!privateKey) throw new Error('There is no key with which the gateway could speak to the subgraphs.');
  const tokens = createInternalTokens({ issuer: 'gateway', privateKey, publicKeys: keys.internalPublicKeys });
  const metrics = createMetrics();
  const peers = guardedPeers(options.peers, { deadlines: settings.SUBGRAPH_DEADLINES_MS, logger, metrics });
  const telemetry = { metrics, logger, slowMilliseconds: settings.SLOW_OPERATION_MILLISECONDS };
  const open = settings.NODE_ENV !== 'production';
  const supergraph = () => readSupergraph(settings.SUPERGRAPH);
  const executor = chosenExecutor(settings, metrics);
  const deadlines = {
    queryMs: settings.QUERY_DEADLINE_MS,
    mutationMs: settings.MUTATION_DEADLINE_MS,
    importMs: settings.IMPORT_DEADLINE_MS,
  };
  const graph = await FederatedGraph.start({
    supergraphSdl: await supergraph(),
    peers,
    tokens,
    deadlines,
    executor,
    sharesAnswers: settings.SHARE_ANSWERS === 'on',
    introspection: open,
    logger,
    metrics,
  });
  const limits = rateLimits(options);
  const gate = new PartnerGate({
    limits,
    registry: new PartnerRegistry(peers, tokens),
    trustedDocumentsOnly: trustedDocumentsOnly(settings),
    metrics: createPartnerMetrics(metrics.registry),
    schema: () => graph.schema,
  });
  const authenticator = createAuthenticator({
    accessTokens: createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys }),
    oidc:
      settings.OIDC_ISSUER === undefined
        ? null
        : {
            issuer: settings.OIDC_ISSUER,
            verifier: createOidc({ issuer: settings.OIDC_ISSUER, audience: settings.OIDC_AUDIENCE }),
            findViewer: findViewerIn(peers, tokens),
          },
  });
  const live = new LiveOperations({ graph, peers, tokens, deadlines, executor, metrics, logger });
  const connections = new ConnectionsPerViewer();
  const stopping = new AbortController();
  const app = createApp({
    graph,
    live,
    connections,
    stopping: stopping.signal,
    authenticator,
    peers,
    tokens,
    telemetry,
    otherMetrics: options.otherMetrics ?? [],
    gate,
    trustedProxies: settings.TRUSTED_PROXIES,
    bodyCapBytes: settings.MAX_BODY_MEGABYTES * 1024 * 1024,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    playground: open ? playgroundRoutes({ graphqlPath: '/graphql', demoAccounts: isDemo(settings) }) : null,
    web: webRoutes({ demoAccounts: isDemo(settings) }),
    ready: () => options.ready(),
  });
  const server = createServer(listener((request, env) => app.fetch(request, env)));
  const sockets = serveSockets(server, {
    live,
    connections,
    telemetry,
    authenticator,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    gate,
    addressOf: (request) => clientAddress(request, settings.TRUSTED_PROXIES),
  });
  const listening = await listen(server, { host: settings.HOST, port: settings.PORT });
  const stopReloading = reloadOnHangup(graph, supergraph, logger);
  return {
    port: listening.port,
    async close() {
      stopReloading();
      stopping.abort();
      await sockets.dispose();
      await listening.close();
      await graph.stop();
      await limits.stop();
    },
  };
}

function rateLimits({ settings, keys, logger, databaseUrl }: GatewayOptions): RateLimits {
  const perMinute = {
    viewer: settings.RATE_LIMIT_VIEWER_PER_MINUTE,
    app: settings.RATE_LIMIT_PARTNER_PER_MINUTE,
    anonymous: settings.RATE_LIMIT_ANONYMOUS_PER_MINUTE,
  };
  return new RateLimits({ perMinute, databaseUrl, key: keys.indexKey, logger });
}
