/** Hive Gateway on the platform's supergraph; RUNTIME=rust takes its planner and executor written in Rust. */
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { readSupergraph } from '../../../gateway/src/composition/schema-files.ts';
import { runAsProcess } from '../../../gateway/src/topology/run-as-process.ts';
import { openRivalGround } from '../rival-ground.ts';

await runAsProcess(async () => {
  const ground = await openRivalGround();
  const gateway = createGatewayRuntime({
    supergraph: withAddresses(await readSupergraph(), ground.urls),
    ...(process.env['RUNTIME'] === 'rust' && { unifiedGraphHandler }),
    propagateHeaders: {
      fromClientToSubgraphs: async ({ request }) => ({
        authorization: await ground.internalAuthorization(request.headers.get('authorization')),
      }),
    },
    maskedErrors: false,
    graphiql: false,
    landingPage: false,
    logging: 'error',
  });
  const server = createServer((request, response) => void gateway(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    port: address.port,
    commands: {},
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await gateway[Symbol.asyncDispose]();
    },
  };
});

/** The published supergraph names its subgraphs; here they have ports. */
function withAddresses(sdl: string, urls: ReadonlyMap<string, string>): string {
  return sdl.replaceAll(/@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g, (_all, name: string) => {
    return `@join__graph(name: "${name}", url: "${urls.get(name) ?? ''}/graphql")`;
  });
}
