/** A running subgraph behind HTTP and WebSocket: answers nobody but the bearer of an internal token. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { GraphQLError, parse, type DocumentNode, type ExecutionArgs } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { listen, type Listening } from '../http/listen.ts';
import { listener } from '../http/listener.ts';
import { BodyTooLarge, readCapped } from '../http/read-capped.ts';
import { nestingOf } from '../input/nesting-of.ts';
import { documentLimits } from './prepared-documents.ts';
import { alongRequest } from '../telemetry/tracing.ts';
import type { RunningSubgraph } from './running-subgraph.ts';

/** Above what the gateway lets in (MAX_BODY_MEGABYTES), and read from the gateway alone. */
const REQUEST_CAP_BYTES = 80 * 1024 * 1024;
const SOCKET_PAYLOAD_BYTES = 2 * 1024 * 1024;
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
const ONLY_THE_GATEWAY = 'Only the gateway may call this service.';

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
const subscribeExtensions = z.object({
  token: z.string(),
  requestId: z.string(),
  traceparent: z.string().optional(),
  tracestate: z.string().optional(),
});

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  ready(): Promise<boolean>;
  /** What Prometheus reads; numbers and names of ours, so that it needs no token, as health does not. */
  metrics(): Promise<string>;
}

export async function serveSubgraph(subgraph: RunningSubgraph, options: ServeOptions): Promise<Listening> {
  const server = createServer(listener((request) => answer(subgraph, options, request)));
  const sockets = serveSubscriptions(subgraph, server);
  const listening = await listen(server, options);
  return {
    ...listening,
    async close() {
      await sockets.dispose();
      await listening.close();
    },
  };
}

async function answer(subgraph: RunningSubgraph, options: ServeOptions, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/health/live') return new Response('live');
  if (pathname === '/health/ready')
    return (await options.ready()) ? new Response('ready') : new Response('not ready', { status: 503 });
  if (pathname === '/metrics')
    return new Response(await options.metrics(), { headers: { 'content-type': METRICS_TYPE } });
  const token = bearer(request.headers.get('authorization'));
  if (token === null || !(await subgraph.accepts(token))) return new Response(ONLY_THE_GATEWAY, { status: 401 });
  const requestId = request.headers.get('x-request-id') ?? 'unknown';
  return alongRequest(
    requestId,
    (name) => request.headers.get(name),
    async () => {
      if (pathname === '/graphql' && request.method === 'POST')
        return answerGraphql(subgraph, request, token, requestId);
      return (
        (await subgraph.route(outside(request), token, requestId)) ??
        new Response(null, { status: 404, headers: { 'x-no-route': '1' } })
      );
    },
  );
}

async function answerGraphql(
  subgraph: RunningSubgraph,
  request: Request,
  token: string,
  requestId: string,
): Promise<Response> {
  try {
    const body = graphqlRequest.parse(JSON.parse(await readCapped(request.body, REQUEST_CAP_BYTES)));
    const result = await subgraph.execute({
      query: body.query,
      variables: body.variables ?? undefined,
      operationName: body.operationName ?? undefined,
      token,
      requestId,
      signal: request.signal,
    });
    return Response.json(result);
  } catch (error) {
    if (error instanceof BodyTooLarge) return new Response(error.message, { status: 413 });
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      return new Response('Not a GraphQL request.', { status: 400 });
    throw error;
  }
}

/** The request as the client sent it to the gateway: its own authorization back in its place. */
function outside(request: Request): Request {
  const headers = new Headers(request.headers);
  const own = headers.get('x-forwarded-authorization');
  headers.delete('authorization');
  headers.delete('x-forwarded-authorization');
  if (own !== null) headers.set('authorization', own);
  return new Request(request, { headers });
}

function bearer(header: string | null): string | null {
  return header?.match(/^Bearer (.+)$/)?.[1] ?? null;
}

interface SubscriptionCall extends z.infer<typeof subscribeExtensions> {
  readonly query: string;
}

function serveSubscriptions(subgraph: RunningSubgraph, server: Server) {
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: SOCKET_PAYLOAD_BYTES,
    perMessageDeflate: false,
  });
  const subscribe = (args: ExecutionArgs) => {
    const { traceparent, tracestate, ...call } = args.contextValue as SubscriptionCall;
    const request = {
      ...call,
      variables: args.variableValues ?? undefined,
      operationName: args.operationName ?? undefined,
    };
    const header = (name: string) => ({ traceparent, tracestate })[name];
    return alongRequest(call.requestId, header, () => subgraph.subscribe(request));
  };
  return useServer<Record<string, unknown>, { request: IncomingMessage }>(
    {
      schema: subgraph.executable,
      subscribe,
      execute: subscribe,
      onSubscribe: (_context, _id, payload) => accepted(subgraph, payload),
    },
    sockets,
  );
}

/** As over HTTP, nothing is looked at before the token, and one that is refused ends nobody else's stream. */
async function accepted(subgraph: RunningSubgraph, payload: SubscribePayload): Promise<ExecutionArgs | GraphQLError[]> {
  const claimed = subscribeExtensions.safeParse(payload.extensions);
  if (!claimed.success || !(await subgraph.accepts(claimed.data.token))) return [new GraphQLError(ONLY_THE_GATEWAY)];
  const document = parsed(payload.query);
  if (document instanceof GraphQLError) return [document];
  return {
    schema: subgraph.executable,
    document,
    variableValues: payload.variables ?? null,
    operationName: payload.operationName ?? null,
    contextValue: { ...claimed.data, query: payload.query } satisfies SubscriptionCall,
  };
}

function parsed(query: string): DocumentNode | GraphQLError {
  if (nestingOf(query) > documentLimits.nesting) return new GraphQLError('The operation is nested too deeply.');
  try {
    return parse(query, { maxTokens: documentLimits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
