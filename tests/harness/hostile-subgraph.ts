/** A stranger in a subgraph's place: passes everything on to the real one until it is told to misbehave, and counts. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** How the connection ended, if it did before the answer. */
  readonly left: AbortSignal;
}

/** What it does with an operation instead of answering it. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void;

export class HostileSubgraph {
  /** The operations it was sent, since the last `behave`. */
  asked: Asked[] = [];
  private behaviour: Behaviour | null = null;
  private server: Server | null = null;
  private readonly real: string;
  private port = 0;

  private constructor(real: string) {
    this.real = real;
  }

  static async before(real: string): Promise<HostileSubgraph> {
    const stranger = new HostileSubgraph(real);
    await stranger.listen();
    return stranger;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  behave(as: Behaviour | 'well'): void {
    this.behaviour = as === 'well' ? null : as;
    this.asked = [];
  }

  /** From now on connections are refused, until it listens again. */
  async vanish(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address === 'object') this.port = address.port;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const body = await buffer(request).catch(() => null);
    if (body === null) return;
    const { behaviour } = this;
    if (request.url?.startsWith('/health/') || !behaviour) return this.passOn(request, body, response);
    const asked = { ...askedIn(request, body), left: leavingOf(response) };
    this.asked.push(asked);
    behaviour(response, asked);
  }

  private async passOn(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const { authorization = '', 'x-request-id': requestId = '' } = request.headers;
    const answer = await fetch(`${this.real}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization, 'x-request-id': String(requestId), 'content-type': 'application/json' },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(await answer.text());
  }
}

/** Its routes are asked no operation. */
function askedIn(request: IncomingMessage, body: Buffer): Omit<Asked, 'left'> {
  if (request.url !== '/graphql') return { query: '', variables: {} };
  return JSON.parse(body.toString()) as Omit<Asked, 'left'>;
}

function leavingOf(response: ServerResponse): AbortSignal {
  const left = new AbortController();
  response.once('close', () => response.writableFinished || left.abort());
  return left.signal;
}
