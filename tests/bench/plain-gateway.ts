/** The yardstick: the same supergraph on @apollo/gateway as its documentation has it, with its stock HTTP data source. */
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readSupergraph } from '@huizhen/gateway/composition/schema-files';
import { runAsProcess } from '@huizhen/gateway/topology/run-as-process';
import { withoutDeclaredAccess } from './without-declared-access.ts';
import { openRivalGround } from './rival-ground.ts';

interface Context extends Record<string, unknown> {
  authorization: string;
}

await runAsProcess(async () => {
  const ground = await openRivalGround();
  const gateway = new ApolloGateway({
    supergraphSdl: withoutDeclaredAccess(await readSupergraph()),
    buildService: ({ name }) =>
      new RemoteGraphQLDataSource<Context>({
        url: `${ground.urls.get(name) ?? ''}/graphql`,
        willSendRequest({ request, context }) {
          request.http?.headers.set('authorization', context.authorization);
        },
      }),
  });
  const server = new ApolloServer<Context>({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => ({ authorization: await ground.internalAuthorization(req.headers.authorization) }),
  });
  return { port: Number(new URL(url).port), commands: {}, stop: () => server.stop() };
});
