/** What arrives on one subscription, in order; tests wait for the event they mean instead of sleeping. */
import type { Client as EventClient } from 'graphql-sse';
import type { Client as SocketClient } from 'graphql-ws';
import type { GraphQLError } from 'graphql';
import { PlatformError } from './platform-error.ts';

const PATIENCE_MS = 15_000;

/** Over WebSocket or over server-sent events. */
type LiveClient = Pick<SocketClient, 'subscribe'> | Pick<EventClient, 'subscribe'>;

interface Waiting<Data> {
  readonly matches: (data: Data) => boolean;
  resolve(data: Data): void;
  reject(error: Error): void;
}

export class Feed<Data> {
  /** Everything that has arrived. */
  readonly received: Data[] = [];
  /** The server said that nothing follows. */
  completed = false;
  private failure: Error | null = null;
  private readonly waiting = new Set<Waiting<Data>>();
  private readonly unsubscribe: () => void;

  constructor(client: LiveClient, payload: { query: string; variables: Record<string, unknown> }) {
    this.unsubscribe = client.subscribe(payload, {
      next: ({
        data,
        errors,
      }: {
        data?: unknown;
        errors?: NonNullable<PlatformError['errors']> | readonly GraphQLError[] | undefined;
      }) => {
        if (errors) this.fail(new PlatformError(errors));
        else this.take(data as Data);
      },
      error: (error: unknown) => this.fail(errorOf(error)),
      complete: () => (this.completed = true),
    });
  }

  /** The first event, past or to come, that matches. */
  until(matches: (data: Data) => boolean): Promise<Data> {
    const past = this.received.find(matches);
    if (past !== undefined) return Promise.resolve(past);
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`No such event within ${PATIENCE_MS} ms; received: ${JSON.stringify(this.received)}`));
      }, PATIENCE_MS);
      const waiting: Waiting<Data> = {
        matches,
        resolve: (data) => (clearTimeout(timer), resolve(data)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      };
      this.waiting.add(waiting);
    });
  }

  close(): void {
    this.unsubscribe();
  }

  private take(data: Data): void {
    this.received.push(data);
    for (const one of this.waiting) {
      if (!one.matches(data)) continue;
      this.waiting.delete(one);
      one.resolve(data);
    }
  }

  private fail(error: Error): void {
    this.failure = error;
    for (const one of this.waiting) one.reject(error);
    this.waiting.clear();
  }
}

/** graphql-ws tells of refused operations as a list, and of sockets that closed as an event. */
function errorOf(told: unknown): Error {
  if (Array.isArray(told)) return new PlatformError(told);
  return told instanceof Error ? told : new Error('The socket closed.', { cause: told });
}
