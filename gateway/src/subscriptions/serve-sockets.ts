/** GraphQL over WebSocket (graphql-transport-ws): the same limits, identities and errors as HTTP, and live subscriptions. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { useServer } from 'graphql-ws/use/ws';
import { CloseCode, type ConnectionInitMessage } from 'graphql-ws';
import { GraphQLError, type ExecutionArgs } from 'graphql';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { Unauthenticated } from '@huizhen/platform/errors/expected-errors';
import { ExpectedError } from '@huizhen/platform/errors/platform-error';
import type { GatewayContext } from '../federation/gateway-context.ts';
import { isAllowedOrigin } from '../http/cross-origin.ts';
import type { Authenticator, SignedInCaller } from '../identity/authenticate.ts';
import type { PartnerGate } from '../partners/partner-gate.ts';
import { clientOf } from '../telemetry/watch-http.ts';
import type { Telemetry } from '../telemetry/watch-operation.ts';
import { watchSocket } from '../telemetry/watch-socket.ts';
import type { ConnectionsPerViewer } from './connections-per-viewer.ts';
import { liveLimits } from './live-limits.ts';
import type { Accepted, LiveOperations, Watch } from './live-operations.ts';
import { visibleError } from './result-text.ts';
import { sentBy } from './sent-by.ts';

export interface SocketOptions {
  readonly live: LiveOperations;
  readonly authenticator: Authenticator;
  readonly connections: ConnectionsPerViewer;
  readonly telemetry: Telemetry;
  readonly allowedOrigins: readonly string[];
  readonly gate: PartnerGate;
  /** Where a connection came from. */
  addressOf(request: IncomingMessage): string;
}

interface Extra extends Record<PropertyKey, unknown> {
  readonly request: IncomingMessage;
  readonly socket: WebSocket;
  caller?: SignedInCaller | null;
  expiry?: NodeJS.Timeout;
  stopLooking?: () => void;
}

const initPayload = z.looseObject({ authorization: z.string().optional(), Authorization: z.string().optional() });

/** Clients take it as an invitation to connect again. */
const TRY_AGAIN_LATER = 1013;

/** What an operation carries from its acceptance to its start. */
interface Waiting {
  readonly id: string;
  readonly accepted: Accepted;
  readonly socket: WebSocket;
  readonly watch: Watch;
}

export function serveSockets(server: Server, options: SocketOptions) {
  const { live, authenticator, connections, telemetry, allowedOrigins, gate } = options;
  const wss = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: liveLimits.payloadBytes,
    perMessageDeflate: false,
    verifyClient: ({ origin, req }: { origin?: string; req: IncomingMessage }) =>
      isAllowedOrigin(origin, req.headers.host, allowedOrigins),
  });
  const start = (args: ExecutionArgs) => started(live, args.contextValue as Waiting);
  return useServer<ConnectionInitMessage['payload'], Extra>(
    {
      connectionInitWaitTimeout: liveLimits.initSeconds * 1_000,
      async onConnect({ connectionParams, extra }) {
        const caller = await callerOf(authenticator, connectionParams);
        // Whoever has gone meanwhile is not counted, since nothing would count them out again.
        if (caller === 'refused' || extra.socket.readyState !== extra.socket.OPEN) return false;
        if (!connections.enter(caller?.viewer.subject)) return false;
        extra.caller = caller;
        closeAtExpiry(extra);
        extra.stopLooking = gate.whenSuspended(caller?.viewer ?? null, () =>
          extra.socket.close(CloseCode.Forbidden, 'App suspended'),
        );
        live.metrics.sockets.inc();
        return true;
      },
      onDisconnect({ extra }) {
        clearTimeout(extra.expiry);
        extra.stopLooking?.();
        live.metrics.sockets.dec();
        connections.leave(extra.caller?.viewer.subject);
      },
      async onSubscribe({ extra, connectionParams, subscriptions }, id, sent) {
        if (Object.keys(subscriptions).length > liveLimits.subscriptionsPerSocket) return [tooManySubscriptions()];
        const asker = { viewer: extra.caller?.viewer ?? null, address: options.addressOf(extra.request) };
        const admitted = await gate.admit(asker, sent).catch(refusalOf);
        if (admitted instanceof GraphQLError) return [admitted];
        const { payload, deprecations } = admitted;
        const context = { ...contextOf(extra, id), deprecations };
        // Browsers can name themselves in connection_init only.
        const client = clientOf((name) => connectionParams?.[name] ?? extra.request.headers[name]);
        const { requestId } = context;
        const watch: Watch = (work) => watchSocket(telemetry, { requestId, client, payload }, work);
        const accepted = live.accept(payload, context);
        if (!('start' in accepted)) {
          await watch(() => Promise.resolve({ errors: accepted }));
          return accepted;
        }
        const contextValue: Waiting = { id, accepted, socket: extra.socket, watch };
        return argsFor(live, { accepted, operationName: payload.operationName, contextValue });
      },
      execute: start,
      subscribe: start,
      onError: (_context, _id, _payload, errors) => errors.map(visibleError),
    },
    wss,
    liveLimits.keepAliveSeconds * 1_000,
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

/** graphql-ws wants all of a call and hands it back; what the operation is was settled when it was accepted. */
function argsFor(
  { schema }: LiveOperations,
  { accepted, operationName, contextValue }: { accepted: Accepted; operationName: unknown; contextValue: Waiting },
): ExecutionArgs {
  const name = typeof operationName === 'string' ? operationName : null;
  return { schema, document: accepted.document, operationName: name, contextValue };
}

function started(live: LiveOperations, { id, accepted, socket, watch }: Waiting) {
  const deliveries = accepted.start({
    transport: 'websocket',
    watch,
    onStalled: () => socket.close(TRY_AGAIN_LATER, 'You read too slowly: resume from your last cursor'),
  });
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  return sentBy(deliveries, (text) => {
    live.metrics.events.inc();
    return sendOn(socket, `${head}${text}}`);
  });
}

/** Resolves when the connection has taken it, so that whoever reads slowly is sent slowly. */
function sendOn(socket: WebSocket, message: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.OPEN) socket.send(message, () => resolve());
    else resolve();
  });
}

function refusalOf(error: unknown): GraphQLError {
  if (!(error instanceof ExpectedError)) throw error;
  return new GraphQLError(error.message, { extensions: { ...error.extensions, code: error.code } });
}

function tooManySubscriptions(): GraphQLError {
  const message = `A socket carries at most ${liveLimits.subscriptionsPerSocket} subscriptions. End one, or open another socket.`;
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } });
}
