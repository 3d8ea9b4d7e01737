/** A subgraph in another process: operations and routes over kept-alive HTTP, subscriptions over one shared WebSocket. */
import { Readable } from 'node:stream';
import type { ExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';
import { Pool, type Dispatcher } from 'undici';
import { traceHeaders } from '../telemetry/tracing.ts';
import { GraphqlOverHttp } from './graphql-over-http.ts';
import { peerSocket } from './peer-socket.ts';
import { peerStream } from './peer-stream.ts';
import type { SubgraphPeer, SubgraphRequest } from './subgraph-peer.ts';

const CONNECT_DEADLINE_MS = 2_000;
const PROBE_DEADLINE_MS = 2_000;
const CONNECTIONS = 32;

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'host',
  'authorization',
  'content-length',
]);

export class HttpPeer implements SubgraphPeer {
  readonly name: string;
  private readonly url: string;
  private readonly operations: GraphqlOverHttp;
  /** Apart from operations: studies on slow lines keep their connections for long, and have no size. */
  private readonly pool: Pool;
  private socket: Client | null = null;

  constructor(name: string, url: string) {
    this.name = name;
    this.url = url;
    this.operations = new GraphqlOverHttp(name, url);
    this.pool = new Pool(url, { connections: CONNECTIONS, connect: { timeout: CONNECT_DEADLINE_MS } });
  }

  execute(request: SubgraphRequest): Promise<ExecutionResult> {
    return this.operations.execute(request);
  }

  async ready(): Promise<boolean> {
    try {
      const answer = await this.pool.request({
        method: 'GET',
        path: '/health/ready',
        signal: AbortSignal.timeout(PROBE_DEADLINE_MS),
      });
      await answer.body.dump();
      return answer.statusCode === 200;
    } catch {
      return false;
    }
  }

  subscribe(request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult>> {
    this.socket ??= peerSocket(`${this.url.replace(/^http/, 'ws')}/graphql`);
    const { socket } = this;
    return Promise.resolve(
      peerStream({ name: this.name, signal: request.signal }, (sink) =>
        socket.subscribe(
          {
            query: request.query,
            variables: request.variables ? { ...request.variables } : null,
            operationName: request.operationName ?? null,
            extensions: { token: request.token, requestId: request.requestId, ...traceHeaders() },
          },
          sink,
        ),
      ),
    );
  }

  async route(request: Request, token: string, requestId: string): Promise<Response | null> {
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries([...request.headers].filter(([name]) => !HOP_BY_HOP.has(name)));
    const forwarded = request.headers.get('authorization');
    const answer = await this.pool.request({
      method: request.method,
      path: pathname + search,
      headers: {
        ...headers,
        ...(forwarded && { 'x-forwarded-authorization': forwarded }),
        authorization: `Bearer ${token}`,
        'x-request-id': requestId,
        ...traceHeaders(),
      },
      body: request.body && Readable.fromWeb(request.body),
      signal: request.signal,
    });
    if (answer.statusCode === 404 && answer.headers['x-no-route']) {
      await answer.body.dump();
      return null;
    }
    return new Response(answer.statusCode === 204 ? null : Readable.toWeb(answer.body), {
      status: answer.statusCode,
      headers: plainHeaders(answer.headers),
    });
  }

  async close(): Promise<void> {
    await this.socket?.dispose();
    await Promise.all([this.operations.close(), this.pool.close()]);
  }
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Headers {
  const plain = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || HOP_BY_HOP.has(name)) continue;
    for (const one of [value].flat()) plain.append(name, one);
  }
  return plain;
}
