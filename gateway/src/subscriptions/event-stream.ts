/** Deliveries as the body of an HTTP answer in the format of server-sent events, sent as fast as the client reads. */
import { Unauthenticated } from '@huizhen/platform/errors/expected-errors';
import type { GatewayContext } from '../federation/gateway-context.ts';
import type { Deliveries } from './deliveries.ts';
import { liveLimits } from './live-limits.ts';
import { refusalText } from './result-text.ts';

export interface EventStreamOptions {
  /** Begins the operation. */
  open(onStalled: () => void): Deliveries;
  readonly context: GatewayContext;
  /** Aborted when the gateway stops; clients then connect elsewhere and go on from their cursors. */
  readonly stopping: AbortSignal;
  onSent?(): void;
  onEnd(): void;
  /** Calls `end` once the caller's app is suspended; returns what stops looking. */
  whenSuspended(end: () => void): () => void;
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Or some proxies hold events back until they have a bufferful.
  'x-accel-buffering': 'no',
};

const KEEP_ALIVE = ':\n\n';
const encoder = new TextEncoder();
const SUSPENDED = 'This app has been suspended. Ask the administrator who registered it.';
const EXPIRED = 'Your access token has ended. Sign in again and go on from your last cursor.';

export function eventStream(options: EventStreamOptions): Response {
  const stream = new EventStream(options);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => stream.begin(controller),
    pull: () => stream.sendNext(),
    cancel: () => stream.leave(),
  });
  return new Response(body, { headers });
}

class EventStream {
  private readonly options: EventStreamOptions;
  private readonly deliveries: Deliveries;
  private readonly keepingAlive: NodeJS.Timeout;
  private readonly expiry: NodeJS.Timeout | undefined;
  private readonly stopLooking: () => void;
  /** Null once the stream has ended. */
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(options: EventStreamOptions) {
    this.options = options;
    this.deliveries = options.open(() => this.cut());
    this.keepingAlive = setInterval(() => this.keepAlive(), liveLimits.keepAliveSeconds * 1_000);
    this.expiry = this.endAtExpiry(options.context);
    this.stopLooking = options.whenSuspended(() => this.refuse(SUSPENDED));
    options.stopping.addEventListener('abort', this.stop, { once: true });
  }

  begin(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.controller = controller;
    // So that the client knows at once that it is connected.
    this.send(KEEP_ALIVE);
  }

  async sendNext(): Promise<void> {
    const { done, value } = await this.deliveries.next();
    if (!done) {
      this.send(`event: next\ndata: ${value}\n\n`);
      this.options.onSent?.();
      return;
    }
    this.send('event: complete\ndata:\n\n');
    this.end()?.close();
  }

  async leave(): Promise<void> {
    this.end();
    await this.deliveries.return();
  }

  /** Without a word that it is complete, so that clients connect again. */
  private readonly stop = (): void => {
    this.end()?.close();
    void this.deliveries.return();
  };

  /** What waits will never be read, so the connection has to go with it. */
  private cut(): void {
    this.end()?.error(new Error('An event stream was cut off: its client reads nothing.'));
  }

  private end(): ReadableStreamDefaultController<Uint8Array> | null {
    const { controller } = this;
    if (controller === null) return null;
    this.controller = null;
    clearInterval(this.keepingAlive);
    clearTimeout(this.expiry);
    this.stopLooking();
    this.options.stopping.removeEventListener('abort', this.stop);
    this.options.onEnd();
    return controller;
  }

  private send(text: string): void {
    this.controller?.enqueue(encoder.encode(text));
  }

  private keepAlive(): void {
    if ((this.controller?.desiredSize ?? 0) > 0) this.send(KEEP_ALIVE);
  }

  private endAtExpiry({ expiresAt }: GatewayContext): NodeJS.Timeout | undefined {
    if (expiresAt === null) return undefined;
    return setTimeout(() => this.refuse(EXPIRED), expiresAt.getTime() - Date.now());
  }

  private refuse(because: string): void {
    this.deliveries.cut({ text: refusalText(new Unauthenticated(because)), stateOf: null });
  }
}
