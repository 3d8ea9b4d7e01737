/** A GraphQL server of one page, on HTTP and graphql-ws, that serves the playground: enough to see the page at work in a browser. */
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { playgroundRoutes } from '@huizhen/gateway/playground/serve-playground';
import { buildSchema, execute, graphql, parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema(`
  type Query { me: Viewer! }
  type Mutation { signIn(input: SignInInput!): Session! refreshSession(refreshToken: String!): Session! }
  type Subscription { consultationQueue(filter: QueueFilter): QueueEvent! }
  input SignInInput { username: String! password: String! oneTimeCode: String }
  input QueueFilter { specialty: String }
  type Viewer { id: ID! displayName: String! roles: [String!]! institution: Institution }
  type Institution { name: String! level: String! }
  type Session { accessToken: String! refreshToken: String! expiresAt: String! viewer: Viewer! }
  type QueueEvent { kind: String! waiting: Int! longestWaitSeconds: Int! cursor: String! consultations: [Consultation!]! }
  type Consultation { number: String! status: String! urgency: String! overdue: Boolean! patient: Patient! invitations: [Invitation!]! invoice: Invoice }
  type Patient { name: String! }
  type Invitation { status: String! expert: Expert! }
  type Expert { practitioner: Patient! }
  type Invoice { patientFen: Int! }
`);

const lifetimeMs = 15 * 60_000;
const usernameIn = (authorization: unknown) => /^Bearer token-of-(\w+)$/.exec(String(authorization))?.[1];

function viewerOf(username: string) {
  return { id: username, displayName: `Dr ${username}`, roles: [username.toUpperCase()], institution: null };
}

function sessionOf(username: string) {
  const expiresAt = new Date(Date.now() + lifetimeMs).toISOString();
  return { accessToken: `token-of-${username}`, refreshToken: username, expiresAt, viewer: viewerOf(username) };
}

function rootFor(username: string | undefined) {
  return {
    me: () => (username ? viewerOf(username) : new Error('Sign in first.')),
    signIn: ({ input }: { input: { username: string; password: string } }) =>
      input.password === 'huizhen-demo' ? sessionOf(input.username) : new Error('Wrong name or password.'),
    refreshSession: ({ refreshToken }: { refreshToken: string }) => sessionOf(refreshToken),
    consultationQueue: () => queueEvents(username),
  };
}

async function* queueEvents(username: string | undefined) {
  const event = { waiting: 0, longestWaitSeconds: 0, cursor: `queue-of-${username}`, consultations: [] };
  yield { consultationQueue: { ...event, kind: 'SNAPSHOT' } };
  yield { consultationQueue: { ...event, kind: 'ENTERED', waiting: 1 } };
  await new Promise(() => {});
}

export async function smallPlatform(): Promise<{ url: string; stop: () => void }> {
  const playground = playgroundRoutes({ graphqlPath: '/graphql', demoAccounts: true });
  const server = createServer((request, response) => void answer(request, response, playground));
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer(
    {
      schema,
      // Handed in, so that the socket runs the same copy of graphql as the schema.
      execute,
      subscribe,
      onConnect: ({ connectionParams }) => usernameIn(connectionParams?.authorization) !== undefined,
      onSubscribe: ({ connectionParams }, _id, { query, variables }) => ({
        schema,
        document: parse(query),
        variableValues: variables,
        rootValue: rootFor(usernameIn(connectionParams?.authorization)),
      }),
    },
    sockets,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : address;
  const stop = () => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/graphql`, stop };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  playground: ReturnType<typeof playgroundRoutes>,
) {
  const { accept = '', authorization } = request.headers;
  const page = await playground(
    new Request(`http://localhost${request.url}`, { method: request.method ?? 'GET', headers: { accept } }),
  );
  if (page) {
    response.writeHead(page.status, Object.fromEntries(page.headers)).end(await page.bytes());
    return;
  }
  const { query, variables } = JSON.parse((await text(request)) || '{"query":""}');
  const result = await graphql({
    schema,
    source: query,
    variableValues: variables,
    rootValue: rootFor(usernameIn(authorization)),
  });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}
