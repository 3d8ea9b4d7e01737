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
import type { PartnerGate } from '../partners/partner-gate.ts';
import { contractCode, formattedOf } from './client-error.ts';

export interface GraphqlOverHttp {
  readonly graph: FederatedGraph;
  readonly authenticator: Authenticator;
  readonly bodyCapBytes: number;
  readonly gate: PartnerGate;
}

/** Which request it is, and where it came from. */
export interface Origin {
  readonly requestId: string;
  readonly address: string;
}

export async function answerGraphql(options: GraphqlOverHttp, request: Request, origin: Origin): Promise<Response> {
  const { graph, authenticator, bodyCapBytes, gate } = options;
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
    return withHeaders(await execute(graph, { request, call }, context), headers);
  } catch (error) {
    return failure(error);
  }
}

async function execute(
  graph: FederatedGraph,
  { request, call }: { request: Request; call: HttpCall },
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
  const headers = error instanceof OverLimit ? headersOf(error.standing) : {};
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
