/** GraphQL over WebSocket (graphql-transport-ws): the same limits, identities and errors as HTTP, and live subscriptions. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { useServer } from 'graphql-ws/use/ws';
import type { ConnectionInitMessage, SubscribePayload } from 'graphql-ws';
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { Unauthenticated } from '@huizhen/platform/errors/expected-errors';
import { ExpectedError } from '@huizhen/platform/errors/platform-error';
import type { FederatedGraph } from '../federation/federated-graph.ts';
import type { GatewayContext } from '../federation/gateway-context.ts';
import { asResult } from '../federation/plan-executor.ts';
import { isAllowedOrigin } from '../http/cross-origin.ts';
import { clientError, formattedOf } from '../http/client-error.ts';
import type { Authenticator, SignedInCaller } from '../identity/authenticate.ts';
import { checkCall } from '../limits/check-call.ts';
import type { PartnerGate } from '../partners/partner-gate.ts';
import { withDeprecations } from '../partners/tell-deprecations.ts';
import { countedStream } from '../telemetry/counted-stream.ts';
import { explanationFor } from '../telemetry/explanation.ts';
import { clientOf } from '../telemetry/watch-http.ts';
import type { Telemetry } from '../telemetry/watch-operation.ts';
import { watchSocket } from '../telemetry/watch-socket.ts';
import { CheckedDocuments } from './checked-documents.ts';

export const socketLimits = {
  payloadBytes: 64 * 1024,
  initSeconds: 3,
  subscriptionsPerSocket: 20,
  socketsPerViewer: 50,
  keepAliveSeconds: 12,
} as const;

export interface SocketOptions {
  readonly graph: FederatedGraph;
  readonly authenticator: Authenticator;
  readonly telemetry: Telemetry;
  readonly allowedOrigins: readonly string[];
  readonly gate: PartnerGate;
  /** Where a connection came from. */
  addressOf(request: IncomingMessage): string;
}

interface Extra extends Record<PropertyKey, unknown> {
  readonly request: IncomingMessage;
  readonly socket: { close(code: number, reason: string): void };
  caller?: SignedInCaller | null;
  expiry?: NodeJS.Timeout;
  stopLooking?: () => void;
}

const initPayload = z.looseObject({ authorization: z.string().optional(), Authorization: z.string().optional() });

/** What a live operation carries from its acceptance to its execution. */
interface Accepted {
  readonly context: GatewayContext;
  readonly payload: SubscribePayload;
  /** What the program calls itself, if it does. */
  readonly client: string | null;
}

export function serveSockets(server: Server, options: SocketOptions) {
  const { graph, telemetry, allowedOrigins } = options;
  const { metrics } = telemetry;
  const documents = new CheckedDocuments(graph.schema, graph.introspection);
  const sockets = new Map<string, number>();
  const wss = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: socketLimits.payloadBytes,
    perMessageDeflate: false,
    verifyClient: ({ origin, req }: { origin?: string; req: IncomingMessage }) =>
      isAllowedOrigin(origin, req.headers.host, allowedOrigins),
  });
  return useServer<ConnectionInitMessage['payload'], Extra>(
    {
      schema: graph.schema,
      connectionInitWaitTimeout: socketLimits.initSeconds * 1_000,
      async onConnect({ connectionParams, extra }) {
        const caller = await callerOf(options.authenticator, connectionParams);
        if (caller === 'refused') return false;
        extra.caller = caller;
        const subject = extra.caller?.viewer.subject;
        if (subject !== undefined && !enter(sockets, subject)) return false;
        closeAtExpiry(extra);
        extra.stopLooking = options.gate.whenSuspended(extra.caller?.viewer ?? null, () =>
          extra.socket.close(CloseCode.Forbidden, 'App suspended'),
        );
        metrics.sockets.inc();
        return true;
      },
      onDisconnect({ extra }) {
        clearTimeout(extra.expiry);
        extra.stopLooking?.();
        metrics.sockets.dec();
        leave(sockets, extra.caller?.viewer.subject);
      },
      async onSubscribe({ extra, connectionParams, subscriptions }, id, sent) {
        if (Object.keys(subscriptions).length > socketLimits.subscriptionsPerSocket) return [tooMany()];
        const asker = { viewer: extra.caller?.viewer ?? null, address: options.addressOf(extra.request) };
        const admitted = await options.gate.admit(asker, sent).catch(refusalOf);
        if (admitted instanceof GraphQLError) return [admitted];
        const { payload, deprecations } = admitted;
        // Browsers can name themselves in connection_init only.
        const client = clientOf((name) => connectionParams?.[name] ?? extra.request.headers[name]);
        const accepted = { context: { ...contextOf(extra, id), deprecations }, payload, client };
        return accept(documents, graph, telemetry, accepted);
      },
      execute: (args) => executeOne(graph, telemetry, args),
      subscribe: (args) => subscribeOne(graph, telemetry, args),
      onNext: (_context, _id, _payload, { contextValue }, result) => {
        metrics.events.inc();
        const { context } = contextValue as Accepted;
        return formatted(withDeprecations(result, context));
      },
      onError: (_context, _id, _payload, errors) => errors.map((error) => clientError(plain(error))),
    },
    wss,
    socketLimits.keepAliveSeconds * 1_000,
  );
}

/** Whose token does not hold is forbidden the socket, as HTTP answers 401. */
async function callerOf(authenticator: Authenticator, params: unknown): Promise<SignedInCaller | null | 'refused'> {
  const { authorization, Authorization } = initPayload.parse(params ?? {});
  return authenticator.authenticate(authorization ?? Authorization).catch((error: unknown) => {
    if (error instanceof Unauthenticated) return 'refused';
    throw error;
  });
}

function contextOf(extra: Extra, operationId: string): GatewayContext {
  return {
    viewer: extra.caller?.viewer ?? null,
    expiresAt: extra.caller?.expiresAt ?? null,
    requestId: `${randomUUID()}-${operationId.slice(0, 8).replaceAll(/[^\w-]/g, '')}`,
    purpose: null,
  };
}

/** Delivery ends with the token; the client signs in afresh and goes on from its cursor. */
function closeAtExpiry(extra: Extra): void {
  const { caller } = extra;
  if (!caller) return;
  const left = caller.expiresAt.getTime() - Date.now();
  extra.expiry = setTimeout(() => extra.socket.close(CloseCode.Forbidden, 'Access token expired'), left);
}

function enter(sockets: Map<string, number>, subject: string): boolean {
  const open = sockets.get(subject) ?? 0;
  if (open >= socketLimits.socketsPerViewer) return false;
  sockets.set(subject, open + 1);
  return true;
}

function leave(sockets: Map<string, number>, subject: string | undefined): void {
  if (subject === undefined) return;
  const open = (sockets.get(subject) ?? 1) - 1;
  if (open === 0) sockets.delete(subject);
  else sockets.set(subject, open);
}

async function accept(
  documents: CheckedDocuments,
  graph: FederatedGraph,
  telemetry: Telemetry,
  accepted: Accepted,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { payload, context } = accepted;
  const refused = async (errors: readonly GraphQLError[]) => {
    await watchSocket(telemetry, { ...accepted, requestId: context.requestId }, () => Promise.resolve({ errors }));
    return errors;
  };
  const checked = documents.check(payload.query);
  if ('errors' in checked) return refused(checked.errors);
  const call = checkCall(graph, { document: checked.document, ...payload });
  if (call instanceof GraphQLError) return refused([call]);
  return {
    schema: graph.schema,
    document: checked.document,
    operationName: payload.operationName ?? null,
    variableValues: call.variables,
    contextValue: accepted,
  };
}

/** A query or mutation on the socket runs exactly as over HTTP. */
async function executeOne(graph: FederatedGraph, telemetry: Telemetry, args: ExecutionArgs): Promise<ExecutionResult> {
  const { context, payload, client } = args.contextValue as Accepted;
  const { document } = args;
  const operationName = payload.operationName ?? undefined;
  const call = { document, source: payload.query, operationName, rawVariables: payload.variables, context };
  return watchSocket(telemetry, { requestId: context.requestId, client, payload }, async () => {
    const result = await graph.execute(call).then(asResult).catch(refusedBecause);
    const extensions = explanationFor(payload.extensions, graph.introspection);
    return extensions ? { ...result, extensions } : result;
  });
}

async function subscribeOne(
  graph: FederatedGraph,
  telemetry: Telemetry,
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const { context, payload, client } = args.contextValue as Accepted;
  const ending = new AbortController();
  const call = {
    document: args.document,
    source: payload.query,
    operationName: payload.operationName ?? undefined,
    variables: args.variableValues ?? {},
    context: { ...context, signal: ending.signal },
  };
  const stream = await watchSocket(telemetry, { requestId: context.requestId, client, payload }, () =>
    graph.subscriptions.subscribe(call).catch(refusedBecause),
  );
  if (!(Symbol.asyncIterator in stream)) return stream;
  return countedStream(telemetry.metrics, 'websocket', endingWith(stream, ending));
}

function refusalOf(error: unknown): GraphQLError {
  if (!(error instanceof ExpectedError)) throw error;
  return new GraphQLError(error.message, { extensions: { ...error.extensions, code: error.code } });
}

/** What prevents an operation from starting is told on it alone; the socket and its other subscriptions go on. */
function refusedBecause(error: unknown): ExecutionResult {
  if (error instanceof GraphQLError) return { errors: [error] };
  const originalError = error instanceof Error ? error : new Error('something that is not an error was thrown');
  return { errors: [new GraphQLError(originalError.message, { originalError })] };
}

/** When the client goes, the upstream is told even while it waits for its next event. */
function endingWith(
  stream: AsyncIterable<ExecutionResult>,
  ending: AbortController,
): AsyncIterableIterator<ExecutionResult> {
  const iterator = stream[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => iterator.next(),
    async return() {
      ending.abort();
      void iterator.return?.();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}

interface Unformatted {
  readonly data?: ExecutionResult['data'] | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
  readonly extensions?: ExecutionResult['extensions'] | undefined;
}

function formatted({ data, errors, extensions }: Unformatted): FormattedExecutionResult {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => clientError(plain(error))) }),
    ...(extensions && { extensions }),
  };
}

function plain(error: GraphQLError | { message: string }) {
  return error instanceof GraphQLError ? formattedWith(error) : error;
}

/** An expected error thrown by a subgraph in this process keeps its code. */
function formattedWith(error: GraphQLError) {
  return error.originalError && !error.extensions['code'] ? formattedOf(error.originalError) : error.toJSON();
}

function tooMany(): GraphQLError {
  const message = `A socket carries at most ${socketLimits.subscriptionsPerSocket} subscriptions. End one, or open another socket.`;
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } });
}
