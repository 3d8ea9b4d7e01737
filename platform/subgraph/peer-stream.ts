/** One subscription of another process as a stream: bounded, ended by its signal, and honest about why it ended. */
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Sink } from 'graphql-ws';
import { UpstreamUnavailable } from '../errors/expected-errors.ts';

/** Whoever follows so far behind asks for the rest anew, from their place; meanwhile the event log keeps it. */
const WAITING_MOST = 1_000;

interface StreamOf {
  readonly name: string;
  readonly signal: AbortSignal | undefined;
}

/** @throws UpstreamUnavailable from the stream, when it is lost */
export function peerStream(
  { name, signal }: StreamOf,
  subscribe: (sink: Sink<object>) => () => void,
): AsyncIterable<ExecutionResult> {
  const waiting: ExecutionResult[] = [];
  let ended = false;
  let lost = false;
  let wake: () => void = () => undefined;
  const end = () => {
    ended = true;
    wake();
  };
  const leave = subscribe({
    next(result) {
      if (ended) return;
      // The peer is ours and speaks GraphQL; beyond the envelope the gateway checks what it takes from it.
      waiting.push(result);
      if (waiting.length >= WAITING_MOST) {
        lost = true;
        leave();
        end();
      }
      wake();
    },
    error(error) {
      if (isRefusal(error)) waiting.push({ errors: error });
      else lost = true;
      end();
    },
    complete: end,
  });
  const abort = () => {
    leave();
    end();
  };
  signal?.addEventListener('abort', abort, { once: true });
  return (async function* () {
    try {
      for (;;) {
        for (let next = waiting.shift(); next; next = waiting.shift()) yield next;
        if (ended) break;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      leave();
    }
    if (lost && !signal?.aborted) throw new UpstreamUnavailable(name);
  })();
}

/** What the subgraph said of the operation, and not how the socket ended. */
function isRefusal(error: unknown): error is GraphQLError[] {
  return Array.isArray(error);
}
