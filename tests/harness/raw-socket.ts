/** A WebSocket to the endpoint without a client library's good manners. */
import WebSocket from 'ws';

const PATIENCE_MS = 15_000;

export class RawSocket {
  private readonly socket: WebSocket;
  private readonly closing: Promise<{ code: number; afterMs: number }>;
  private readonly messages: Record<string, unknown>[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    const opened = performance.now();
    this.closing = new Promise((resolve) => {
      socket.once('close', (code) => resolve({ code, afterMs: performance.now() - opened }));
    });
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString()) as Record<string, unknown>);
      for (const wake of this.waiting) wake();
    });
  }

  /** All messages so far. */
  get received(): readonly Record<string, unknown>[] {
    return this.messages;
  }

  /** Rejects when the server refuses the handshake, with its status in the message. */
  static async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawSocket> {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws', { headers });
    const raw = new RawSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return raw;
  }

  /** With an access token, or as nobody. */
  async init(token: string | null): Promise<void> {
    this.send({ type: 'connection_init', ...(token !== null && { payload: { authorization: `Bearer ${token}` } }) });
    await this.until(({ type }) => type === 'connection_ack');
  }

  send(message: Readonly<Record<string, unknown>>): void {
    this.socket.send(JSON.stringify(message));
  }

  until(matches: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Only this came: ${JSON.stringify(this.messages)}`)),
        PATIENCE_MS,
      );
      const look = () => {
        const found = this.messages.find(matches);
        if (!found) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** How the server closed it, and how long after it was opened. */
  closed(): Promise<{ code: number; afterMs: number }> {
    return this.closing;
  }

  end(): void {
    this.socket.terminate();
  }
}
