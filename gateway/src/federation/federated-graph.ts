/** The one graph: queries and mutations by Apollo Server over Apollo Gateway, subscriptions by the planner's subscription nodes. */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import type { GraphQLSchema } from 'graphql';
import { clientError } from '../http/client-error.ts';
import { limits, operationLimits } from '../limits/operation-limits.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { FederatedSubscriptions } from './federated-subscription.ts';
import type { GatewayContext } from './gateway-context.ts';
import { peerDataSource } from './peer-data-source.ts';
import { refuseBadCalls } from './refuse-bad-calls.ts';

export interface FederatedGraph {
  readonly server: ApolloServer<GatewayContext>;
  readonly subscriptions: FederatedSubscriptions;
  /** What clients see of the supergraph. */
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  stop(): Promise<void>;
}

export interface GraphOptions {
  readonly supergraphSdl: string;
  readonly peers: ReadonlyMap<string, SubgraphPeer>;
  readonly tokens: InternalTokens;
  readonly introspection: boolean;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export async function createFederatedGraph(options: GraphOptions): Promise<FederatedGraph> {
  const { supergraphSdl, peers, tokens, introspection, logger, metrics } = options;
  const apiSchema = Promise.withResolvers<GraphQLSchema>();
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => peerDataSource(peerNamed(peers, name), tokens),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (m) => logger.warn(m),
      error: (m) => logger.error(m),
    },
  });
  gateway.onSchemaLoadOrUpdate((loaded) => apiSchema.resolve(loaded.apiSchema));
  const server = new ApolloServer<GatewayContext>({
    gateway,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [operationLimits],
    validationOptions: { maxErrors: limits.errors },
    stopOnTerminationSignals: false,
    formatError: clientError,
    // Apollo's own page loads scripts from elsewhere; ours is the playground, and production has none.
    plugins: [measuring(metrics), refuseBadCalls(introspection), ApolloServerPluginLandingPageDisabled()],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (m) => logger.warn(m),
      error: (m) => logger.error(m),
    },
  });
  await server.start();
  const schema = await apiSchema.promise;
  const subscriptions = new FederatedSubscriptions({ supergraphSdl, apiSchema: schema, peers, tokens });
  return { server, subscriptions, schema, introspection, stop: () => server.stop() };
}

function peerNamed(peers: ReadonlyMap<string, SubgraphPeer>, name: string): SubgraphPeer {
  const peer = peers.get(name);
  if (!peer) throw new Error(`The supergraph names a subgraph that is not mounted: ${name}`);
  return peer;
}

function measuring(metrics: Metrics): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () => {
      const started = performance.now();
      return Promise.resolve({
        willSendResponse: ({ operation, errors }) => {
          const labels = { kind: operation?.operation ?? 'unknown', outcome: errors ? 'error' : 'ok' };
          metrics.operations.observe(labels, (performance.now() - started) / 1_000);
          return Promise.resolve();
        },
      });
    },
  };
}
