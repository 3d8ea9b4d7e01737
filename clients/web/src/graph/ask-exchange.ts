/** Asks the platform, through its SDK, for what the cache does not have: queries, mutations, and subscriptions that go on over lost lines. */
import { type Exchange, type Operation, type OperationResult, makeErrorResult, makeResult } from '@urql/core';
import { type Answer, CursorExpired, type Huizhen, HuizhenError, NetworkProblem } from '@huizhen/sdk';
import { type Source, filter, make, mergeMap, pipe, takeUntil } from 'wonka';

type Data = Record<string, unknown>;
type Variables = Readonly<Record<string, unknown>>;

export function askExchange(huizhen: Huizhen): Exchange {
  return () => (operations) => {
    const over = ({ key }: Operation) => filter((other: Operation) => other.kind === 'teardown' && other.key === key);
    return pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      mergeMap((operation) => pipe(answersTo(operation, huizhen), takeUntil(pipe(operations, over(operation))))),
    );
  };
}

function answersTo(operation: Operation, huizhen: Huizhen): Source<OperationResult> {
  return make(({ next, complete }) => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const answers = operation.kind === 'subscription' ? follow : ask;
    void (async () => {
      try {
        for await (const answer of answers(operation, huizhen, signal)) if (!signal.aborted) next(answer);
      } catch (error) {
        if (signal.aborted) return;
        next(refused(operation, error));
      }
      complete();
    })();
    return () => leaving.abort();
  });
}

async function* ask(operation: Operation, huizhen: Huizhen, signal: AbortSignal): AsyncGenerator<OperationResult> {
  yield answered(operation, await huizhen.ask<Data, Variables>(operation.query, variablesOf(operation), { signal }));
}

async function* follow(operation: Operation, huizhen: Huizhen, signal: AbortSignal): AsyncGenerator<OperationResult> {
  let variables = variablesOf(operation);
  for (;;) {
    try {
      for await (const event of huizhen.watch<Data, Variables>(operation.query, variables, { signal }))
        yield answered(operation, event);
      return;
    } catch (error) {
      if (!(error instanceof CursorExpired)) throw error;
      // Away for longer than events are kept: it begins anew, as if it were watched only now.
      variables = { ...variables, after: null };
    }
  }
}

function answered(operation: Operation, { data, problems }: Answer<Data>) {
  return makeResult(operation, { data, ...(problems.length > 0 && { errors: problems }) });
}

/** A refusal is an answer; what could not be reached is none. Anything else is a fault of this program. */
function refused(operation: Operation, error: unknown): OperationResult {
  if (error instanceof HuizhenError) return makeResult(operation, { errors: error.problems, hasNext: false });
  if (error instanceof NetworkProblem) return makeErrorResult(operation, error);
  throw error;
}

function variablesOf({ variables }: Operation): Variables {
  return { ...variables };
}
