/** GraphQL over HTTP: one request, one answer. */
import { HeaderMap } from '@apollo/server';
import { BodyTooLarge, readCapped } from '@huizhen/platform/http/read-capped';
import { statusOfCode } from '@huizhen/platform/http/status-of-code';
import type { FederatedGraph } from '../federation/federated-graph.ts';
import type { GatewayContext } from '../federation/gateway-context.ts';
import type { Authenticator } from '../identity/authenticate.ts';
import { limits } from '../limits/operation-limits.ts';
import { admitRequest, type HttpCall } from '../partners/admit-request.ts';
import { headersOf, OverLimit } from '../partners/over-limit.ts';
import { answerAsEvents, wantsEvents, type EventStreams } from '../subscriptions/serve-event-streams.ts';
import { noteErrors } from '../telemetry/note-operation.ts';
import { contractCode, formattedOf } from './client-error.ts';
import { graphqlRequestIn } from './graphql-request.ts';
import { faultsOf, refused } from './refuse-request.ts';

export interface GraphqlOverHttp extends EventStreams {
  readonly graph: FederatedGraph;
  readonly authenticator: Authenticator;
  readonly bodyCapBytes: number;
}

/** Which request it is, and where it came from. */
export interface Origin {
  readonly requestId: string;
  readonly address: string;
}

export async function answerGraphql(options: GraphqlOverHttp, request: Request, origin: Origin): Promise<Response> {
  const { authenticator, bodyCapBytes, gate } = options;
  try {
    const body = await bodyOf(request, bodyCapBytes);
    const caller = await authenticator.authenticate(request.headers.get('authorization'));
    const viewer = caller?.viewer ?? null;
    const asked = { method: request.method, search: new URL(request.url).search, body };
    const { call, headers, deprecations } = await admitRequest(gate, { viewer, address: origin.address }, asked);
    const context: GatewayContext = {
      viewer,
      expiresAt: caller?.expiresAt ?? null,
      requestId: origin.requestId,
      purpose: purposeOf(request),
      signal: request.signal,
      deprecations,
    };
    return withHeaders(await answered(options, { request, call }, context), headers);
  } catch (error) {
    return failure(error);
  }
}

interface AdmittedRequest {
  readonly request: Request;
  /** What it asks, with the text of the document whichever way it was named. */
  readonly call: HttpCall;
}

async function answered(
  options: GraphqlOverHttp,
  admitted: AdmittedRequest,
  context: GatewayContext,
): Promise<Response> {
  const { request, call } = admitted;
  if (wantsEvents(request)) return answerAsEvents(options, { headers: request.headers, ...call }, context);
  const asked = graphqlRequestIn(call);
  const faults = asked ? faultsOf(options.graph, asked) : [];
  if (faults.length === 0) return execute(options.graph, admitted, context);
  noteErrors(faults);
  return refused(faults, request.headers.get('accept'));
}

async function execute(
  graph: FederatedGraph,
  { request, call }: AdmittedRequest,
  context: GatewayContext,
): Promise<Response> {
  const headers = new HeaderMap();
  for (const [name, value] of request.headers) headers.set(name, value);
  const {
    status,
    headers: answerHeaders,
    body,
  } = await graph.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { ...call, headers },
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
  // Who cannot be known because the one to ask is away (503) may come back with the same token.
  const code = contractCode.safeParse(formatted.extensions).data?.code ?? 'INTERNAL';
  const headers = { 'cache-control': 'no-store', ...(error instanceof OverLimit && headersOf(error.standing)) };
  return Response.json({ errors: [formatted] }, { status: statusOfCode[code], headers });
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function refusal(status: number, message: string): Response {
  const extensions = { code: 'BAD_USER_INPUT', fields: [{ path: 'body', message }] };
  // The rest of such a body is not read, so nothing else can follow on this connection.
  return Response.json({ errors: [{ message, extensions }] }, { status, headers: { connection: 'close' } });
}
