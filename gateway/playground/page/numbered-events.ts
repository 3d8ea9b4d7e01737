/** GraphiQL shows only the last event of a subscription; a number and a time tell that another has come. */
import { type SyncExecutionResult, isAsyncIterable } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql-ws';

export function numberEvents(answer: SyncExecutionResult): SyncExecutionResult {
  return isAsyncIterable(answer) ? numbered(answer) : answer;
}

async function* numbered(events: AsyncIterable<ExecutionResult>): AsyncGenerator<ExecutionResult> {
  let event = 0;
  for await (const one of events) {
    event += 1;
    const receivedAt = new Date().toTimeString().slice(0, 8);
    const { extensions, ...answer } = one;
    yield { extensions: { ...extensions, event, receivedAt }, ...answer };
  }
}
