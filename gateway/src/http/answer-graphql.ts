/** GraphQL over HTTP: one request, one answer. */
import { HeaderMap } from '@apollo/server';
import { BodyTooLarge, readCapped } from '@huizhen/platform/http/read-capped';
import type { FederatedGraph } from '../federation/federated-graph.ts';
import type { GatewayContext } from '../federation/gateway-context.ts';
import type { Authenticator } from '../identity/authenticate.ts';
import { limits } from '../limits/operation-limits.ts';
import { answerAsEvents, wantsEvents, type EventStreams } from '../subscriptions/serve-event-streams.ts';
import { noteErrors } from '../telemetry/note-operation.ts';
import { formattedOf } from './client-error.ts';
import { graphqlRequestIn } from './graphql-request.ts';
import { faultsOf, refused } from './refuse-request.ts';

export interface GraphqlOverHttp extends EventStreams {
  readonly graph: FederatedGraph;
  readonly authenticator: Authenticator;
  readonly bodyCapBytes: number;
}

export async function answerGraphql(options: GraphqlOverHttp, request: Request, requestId: string): Promise<Response> {
  const { graph, authenticator, bodyCapBytes } = options;
  try {
    const body = await bodyOf(request, bodyCapBytes);
    const caller = await authenticator.authenticate(request.headers.get('authorization'));
    const context: GatewayContext = {
      viewer: caller?.viewer ?? null,
      expiresAt: caller?.expiresAt ?? null,
      requestId,
      purpose: purposeOf(request),
      signal: request.signal,
    };
    if (wantsEvents(request)) return answerAsEvents(options, { request, body }, context);
    const asked = graphqlRequestIn(request, body);
    const faults = asked ? faultsOf(graph, asked) : [];
    if (faults.length > 0) {
      noteErrors(faults);
      return refused(faults, request.headers.get('accept'));
    }
    return await execute(graph, { request, body }, context);
  } catch (error) {
    return failure(error);
  }
}

async function execute(
  graph: FederatedGraph,
  call: { request: Request; body: unknown },
  context: GatewayContext,
): Promise<Response> {
  const headers = new HeaderMap();
  for (const [name, value] of call.request.headers) headers.set(name, value);
  const { method, url } = call.request;
  const {
    status,
    headers: answerHeaders,
    body,
  } = await graph.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search: new URL(url).search, body: call.body },
    context: () => Promise.resolve(context),
  });
  if (body.kind === 'chunked') throw new Error('The gateway does not answer in parts.');
  answerHeaders.set('cache-control', 'no-store');
  return new Response(body.string, { status: status ?? 200, headers: [...answerHeaders] });
}

/** Undefined for what is not JSON: the server then refuses it by its content type. */
async function bodyOf(request: Request, capBytes: number): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const text = await readCapped(request.body, capBytes);
  if (!/^application\/([\w.+-]*\+)?json\b/i.test(request.headers.get('content-type') ?? '')) return text;
  const body: unknown = JSON.parse(text);
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  if (typeof query === 'string' && Buffer.byteLength(query) > limits.queryBytes)
    throw new BodyTooLarge(limits.queryBytes);
  return body;
}

function purposeOf(request: Request): string | null {
  return request.headers.get('x-purpose')?.slice(0, 200) || null;
}

function failure(error: unknown): Response {
  if (error instanceof BodyTooLarge)
    return refusal(413, `${error.message} Send less, or import large bundles in parts.`);
  if (error instanceof SyntaxError) return refusal(400, 'The body is not JSON. Send {"query": "…", "variables": {…}}.');
  const formatted = formattedOf(error);
  if (formatted.extensions?.['code'] === 'INTERNAL') throw error;
  // Who cannot be known because the one to ask is away may come back with the same token.
  const status = formatted.extensions?.['code'] === 'UPSTREAM_UNAVAILABLE' ? 503 : 401;
  return Response.json({ errors: [formatted] }, { status, headers: { 'cache-control': 'no-store' } });
}

function refusal(status: number, message: string): Response {
  const extensions = { code: 'BAD_USER_INPUT', fields: [{ path: 'body', message }] };
  // The rest of such a body is not read, so nothing else can follow on this connection.
  return Response.json({ errors: [{ message, extensions }] }, { status, headers: { connection: 'close' } });
}
