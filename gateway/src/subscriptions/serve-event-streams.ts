/** GraphQL over server-sent events (graphql-sse, distinct connections): one request, a stream of results, the same rules as HTTP. */
import { GraphQLError, getOperationAST, OperationTypeNode } from 'graphql';
import { z } from 'zod';
import type { GatewayContext } from '../federation/gateway-context.ts';
import type { HttpCall } from '../partners/admit-request.ts';
import type { PartnerGate } from '../partners/partner-gate.ts';
import type { ConnectionsPerViewer } from './connections-per-viewer.ts';
import { Deliveries } from './deliveries.ts';
import { eventStream } from './event-stream.ts';
import { liveLimits } from './live-limits.ts';
import type { LiveOperations, LiveRequest, Watch } from './live-operations.ts';
import { refusalText } from './result-text.ts';

export interface EventStreams {
  readonly live: LiveOperations;
  readonly connections: ConnectionsPerViewer;
  readonly stopping: AbortSignal;
  readonly gate: PartnerGate;
}

/** The body of a POST is parsed JSON, or the text of what is not JSON. */
interface Call extends HttpCall {
  readonly headers: Headers;
}

/** Whether the client wants its answer as events. */
export function wantsEvents(request: Request): boolean {
  return /\btext\/event-stream\b/i.test(request.headers.get('accept') ?? '');
}

export function answerAsEvents(
  { live, connections, stopping, gate }: EventStreams,
  call: Call,
  context: GatewayContext,
): Response {
  const asked = askedIn(call);
  if (asked instanceof Response) return asked;
  const subject = context.viewer?.subject;
  if (!connections.enter(subject)) return refusal(429, tooManyConnections());
  const onEnd = () => connections.leave(subject);
  const whenSuspended = (end: () => void) => gate.whenSuspended(context.viewer, end);
  const connection = { context, stopping, onEnd, whenSuspended };
  const accepted = live.accept(asked, context);
  // By the protocol, what is wrong with an operation is told on its stream.
  if (!('start' in accepted)) return eventStream({ ...connection, open: () => only(refusalText(...accepted)) });
  if (call.method === 'GET' && isMutation(accepted.document, asked.operationName)) {
    onEnd();
    return refusal(405, badRequest('Send mutations by POST.'), { allow: 'POST' });
  }
  const open = (onStalled: () => void) => accepted.start({ transport: 'sse', watch: watchedAlready, onStalled });
  return eventStream({ ...connection, open, onSent: () => live.metrics.events.inc() });
}

/** As every request by HTTP is. */
const watchedAlready: Watch = (work) => work();

const operation = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.unknown().optional(),
});

function askedIn({ method, headers, search, body }: Call): LiveRequest | Response {
  if (method !== 'GET' && method !== 'POST')
    return refusal(405, badRequest('Ask by POST, or by GET with a preflight header.'), { allow: 'GET, POST' });
  if (method === 'GET' && !isPreflighted(headers))
    return refusal(400, badRequest('Send the header "apollo-require-preflight: true" with a GET, or ask by POST.'));
  if (typeof body === 'string') return refusal(415, badRequest('Send the operation as application/json.'));
  const asked = operation.safeParse(method === 'GET' ? inAddress(search) : body);
  return asked.success ? asked.data : refusal(400, badRequest('Send {"query": "…", "variables": {…}}.'));
}

function inAddress(search: string): unknown {
  const { variables, ...others } = Object.fromEntries(new URLSearchParams(search));
  try {
    return { ...others, ...(variables && { variables: JSON.parse(variables) as unknown }) };
  } catch {
    return null;
  }
}

/** What a page of another origin cannot send without asking first: the same that Apollo Server wants of a GET. */
function isPreflighted(headers: Headers): boolean {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const simple = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
  const asks = headers.get('apollo-require-preflight') ?? headers.get('x-apollo-operation-name');
  return Boolean(asks) || (type !== undefined && type !== '' && !simple.includes(type));
}

function isMutation(document: Parameters<typeof getOperationAST>[0], name: string | null | undefined): boolean {
  return getOperationAST(document, name)?.operation === OperationTypeNode.MUTATION;
}

function only(text: string): Deliveries {
  const nothing = () => undefined;
  const deliveries = new Deliveries({ onEnd: nothing, onCoalesced: nothing, onStalled: nothing });
  deliveries.end({ text, stateOf: null });
  return deliveries;
}

function refusal(status: number, error: GraphQLError, headers: Record<string, string> = {}): Response {
  return new Response(refusalText(error), { status, headers: { 'content-type': 'application/json', ...headers } });
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'request', message }] } });
}

function tooManyConnections(): GraphQLError {
  const message = `You have ${liveLimits.connectionsPerViewer} live connections open. End one first, or use one WebSocket for several subscriptions.`;
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } });
}
