/** A subscription that outlives its line: it goes on after the last cursor that it has seen, so that nothing is missed and nothing told twice. */
import type { GraphQLFormattedError } from 'graphql';
import type { Client } from 'graphql-ws';
import type { Connection } from './connection.ts';

export interface Watched {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

export interface Told {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLFormattedError[] | undefined;
}

export interface Watcher {
  next(result: Told): void;
  complete(): void;
}

export interface Line {
  readonly socket: Client;
  readonly connection: Connection;
}

/** Runs until the server has no more to tell, refuses, or `signal` ends it. */
export async function watch(line: Line, watched: Watched, watcher: Watcher, signal: AbortSignal): Promise<void> {
  let after = watched.variables?.['after'];
  while (!signal.aborted) {
    try {
      for await (const result of eventsOf(line, { ...watched, variables: { ...watched.variables, after } }, signal)) {
        if (result.errors && !result.data) throw result.errors;
        after = cursorIn(result) ?? after;
        watcher.next(result);
      }
      return watcher.complete();
    } catch (error) {
      if (signal.aborted) return;
      const errors = refusal(error);
      if (hasCode(errors, ['CURSOR_EXPIRED'])) after = undefined;
      // An event that could not be completed now is asked for again, rather than missed.
      else if (!errors || hasCode(errors, passing)) await untilWorthTrying(line);
      else {
        watcher.next({ errors });
        return watcher.complete();
      }
    }
  }
}

async function untilWorthTrying({ connection }: Line): Promise<void> {
  connection.isLost();
  await connection.worthTrying();
}

async function* eventsOf({ socket }: Line, { query, variables }: Watched, signal: AbortSignal) {
  const events: AsyncIterableIterator<Told> = socket.iterate({ query, ...(variables && { variables }) });
  const stop = () => void events.return?.();
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield* events;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

type Errors = NonNullable<Told['errors']>;

/** The server refuses an operation with a list of errors; everything else is the line. */
function refusal(error: unknown): Errors | undefined {
  return Array.isArray(error) ? error : undefined;
}

const passing = ['UPSTREAM_UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED', 'UNAUTHENTICATED'];

function hasCode(errors: Errors | undefined, codes: readonly string[]): boolean {
  return errors?.some(({ extensions }) => codes.includes(String(extensions?.['code']))) ?? false;
}

/** Every event of the graph carries its cursor beside what it tells, directly under the subscription's field. */
function cursorIn({ data }: Told): string | undefined {
  for (const event of Object.values(data ?? {})) {
    if (typeof event === 'object' && event !== null && 'cursor' in event && typeof event.cursor === 'string')
      return event.cursor;
  }
  return undefined;
}
