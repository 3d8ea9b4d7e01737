/** A subscription's stream that is counted among those under way until it ends, whichever side ends it. */
import type { ExecutionResult } from 'graphql';
import type { Metrics } from './metrics.ts';
import type { Arrival } from './watch-operation.ts';

export function countedStream(
  { subscriptions }: Metrics,
  transport: Arrival['transport'],
  stream: AsyncIterable<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const iterator = stream[Symbol.asyncIterator]();
  let open = true;
  const end = () => {
    if (open) subscriptions.dec({ transport });
    open = false;
  };
  subscriptions.inc({ transport });
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const step = await iterator.next();
        if (step.done === true) end();
        return step;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return(value?: unknown) {
      end();
      return (await iterator.return?.(value)) ?? { done: true, value: undefined };
    },
  };
}
