/** The yardstick: the same supergraph on @apollo/gateway as its documentation has it, with its stock HTTP data source. */
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { parseSettings } from '@huizhen/platform/config/settings';
import { readSupergraph } from '@huizhen/gateway/composition/schema-files';
import { platformSettings } from '@huizhen/gateway/settings';
import { openKeys } from '@huizhen/gateway/topology/keys-and-passwords';
import { runAsProcess } from '@huizhen/gateway/topology/run-as-process';
import { subgraphUrlSettings } from '@huizhen/gateway/topology/subgraph-urls';

interface Context extends Record<string, unknown> {
  viewer: Viewer | null;
}

await runAsProcess(async () => {
  const settings = parseSettings({ ...platformSettings, ...subgraphUrlSettings }, process.env);
  const keys = await openKeys(settings);
  const privateKey = keys.internalPrivateKeys.get('gateway');
  if (!privateKey) throw new Error('No key of the gateway.');
  const tokens = createInternalTokens({ issuer: 'gateway', privateKey, publicKeys: keys.internalPublicKeys });
  const access = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys });
  const gateway = new ApolloGateway({
    supergraphSdl: await readSupergraph(),
    buildService: ({ name }) =>
      new RemoteGraphQLDataSource<Context>({
        url: `${settings.SUBGRAPH_URLS.get(name) ?? ''}/graphql`,
        async willSendRequest({ request, context }) {
          request.http?.headers.set(
            'authorization',
            `Bearer ${await tokens.mint({ viewer: context.viewer ?? null, purpose: null })}`,
          );
        },
      }),
  });
  const server = new ApolloServer<Context>({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { port: settings.PORT, host: '127.0.0.1' },
    context: async ({ req }) => {
      const token = req.headers.authorization?.replace('Bearer ', '');
      return { viewer: token ? (await access.verify(token)).viewer : null };
    },
  });
  return { port: Number(new URL(url).port), commands: {}, stop: () => server.stop() };
});
