/** One WebSocket with up to twenty subscriptions; it says goodbye before its token ends, so that another takes over. */
import { createClient, type Client } from 'graphql-ws';
import type { Payload } from '../http/payload.ts';
import type { Machine } from '../machine.ts';
import type { Token, TokenSource } from '../session/token.ts';
import { closeCodeOf, handover } from './line-ending.ts';

export interface SocketOptions {
  readonly url: string;
  readonly WebSocket: unknown;
  readonly clientName: string | undefined;
  readonly tokens: TokenSource;
  readonly machine: Machine;
}

export interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: unknown;
}

export interface Receiver {
  connected(): void;
  next(result: Result): void;
  /** With its refusal, the socket's close event, `handover`, or nothing when the platform completed it. */
  over(ending: unknown): void;
}

/** As the platform's docs/limits.md has it. */
const SUBSCRIPTIONS = 20;
const KEEP_ALIVE_MS = 10_000;
/** A line that says nothing for so long, to a ping or from the beginning, is none. */
const ANSWER_MS = 5_000;
const OPENING_MS = 15_000;
/** From one page to the next the socket stays. */
const LINGER_MS = 1_000;
const FORBIDDEN = 4403;
/** The longest that a timer takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export class LiveSocket {
  private readonly options: SocketOptions;
  private readonly client: Client;
  private readonly receivers = new Set<Receiver>();
  private token: Token | null = null;
  private isOpen = false;
  private isHandingOver = false;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private overdue: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SocketOptions) {
    this.options = options;
    this.client = this.open();
  }

  get hasRoom(): boolean {
    return this.receivers.size < SUBSCRIPTIONS;
  }

  /** @returns how to end it */
  subscribe(payload: Payload, receiver: Receiver): () => void {
    this.receivers.add(receiver);
    if (this.isOpen) receiver.connected();
    // The protocol wants a query, if an empty one.
    const unsubscribe = this.client.subscribe(
      { query: '', ...payload, variables: { ...payload.variables } },
      {
        next: (result) => receiver.next(result),
        error: (ending) => this.leave(receiver, ending),
        complete: () => this.leave(receiver, undefined),
      },
    );
    return () => {
      this.receivers.delete(receiver);
      unsubscribe();
    };
  }

  /** The line has broken, whether or not the socket knows: whoever listens opens another. */
  terminate(): void {
    this.client.terminate();
  }

  async dispose(): Promise<void> {
    this.rest();
    await this.client.dispose();
  }

  private open(): Client {
    const { url, WebSocket = globalThis.WebSocket, clientName } = this.options;
    if (WebSocket === undefined)
      throw new TypeError(
        'There is no WebSocket here: hand that of the package ws to createHuizhen({ …, WebSocket }).',
      );
    return createClient({
      url,
      webSocketImpl: WebSocket,
      connectionParams: async () => ({
        ...(clientName !== undefined && { 'x-client-name': clientName }),
        ...(await this.authorization()),
      }),
      // Lost subscriptions are opened again here, after their cursors; so the client must not.
      retryAttempts: 0,
      lazyCloseTimeout: LINGER_MS,
      keepAlive: KEEP_ALIVE_MS,
      on: {
        connecting: () => this.expectAnswer(OPENING_MS),
        connected: () => this.opened(),
        closed: (event) => this.closed(event),
        ping: (received) => {
          if (!received) this.expectAnswer(ANSWER_MS);
        },
        pong: (received) => {
          if (received) clearTimeout(this.overdue);
        },
      },
    });
  }

  private async authorization(): Promise<{ authorization?: string }> {
    this.token = await this.options.tokens.token();
    return this.token === null ? {} : { authorization: `Bearer ${this.token.text}` };
  }

  private expectAnswer(withinMs: number): void {
    clearTimeout(this.overdue);
    this.overdue = setTimeout(() => this.terminate(), withinMs);
  }

  private opened(): void {
    clearTimeout(this.overdue);
    this.isOpen = true;
    this.isHandingOver = false;
    if (this.token !== null) {
      const left = this.token.renewAt - this.options.machine.now();
      this.renewal = setTimeout(() => void this.renew(), Math.min(Math.max(left, 0), LONGEST_TIMER_MS));
    }
    for (const receiver of this.receivers) receiver.connected();
  }

  private closed(event: unknown): void {
    this.rest();
    // The token has ended, whatever our clock says, or the platform does not believe it.
    if (this.token !== null && closeCodeOf(event) === FORBIDDEN) this.options.tokens.forget(this.token.text);
  }

  /** With a new token at hand the change takes one round trip; without one the platform says when it is over. */
  private async renew(): Promise<void> {
    const next = await this.options.tokens.token().catch(() => null);
    if (next === null || next.text === this.token?.text) return;
    this.isHandingOver = true;
    this.terminate();
  }

  private rest(): void {
    this.isOpen = false;
    clearTimeout(this.renewal);
    clearTimeout(this.overdue);
  }

  private leave(receiver: Receiver, ending: unknown): void {
    if (this.receivers.delete(receiver)) receiver.over(this.isHandingOver ? handover : ending);
  }
}
