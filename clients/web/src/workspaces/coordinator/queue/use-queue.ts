/** The live queue: one subscription for the whole page, resumed by its cursor; begun anew once patients can be read again. */
import { useCallback, useEffect, useMemo, useReducer } from 'react';
import { useClient } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { isPassing, useComeback } from '../../../shared/feedback/use-comeback.ts';
import { PatientOfQueueDocument, QueueDocument } from './queue.graphql.ts';
import { type QueueEvent, type QueueState, nothingYet, queueAfter } from './queue-state.ts';

export interface LiveQueue {
  readonly queue: QueueState;
  readonly problem: Problem | null;
  /** Why some rows have no patient. */
  readonly withoutPatients: Problem | null;
}

interface Told {
  readonly event?: QueueEvent | undefined;
  readonly problem: Problem | null;
  readonly at: number;
}

const nothingTold: LiveQueue = { queue: nothingYet, problem: null, withoutPatients: null };

export function useQueue(): LiveQueue {
  const client = useClient();
  const [state, tell] = useReducer(after, nothingTold);
  const [begun, beginAnew] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const { unsubscribe } = client.subscription(QueueDocument, {}).subscribe(({ data, error }) => {
      // An event that is whole comes with an empty list of errors.
      const whole = data && error?.graphQLErrors.length === 0;
      tell({ event: data?.consultationQueue, problem: whole ? null : problemIn(error), at: Date.now() });
    });
    return unsubscribe;
  }, [client, begun]);
  const nameless = useMemo(() => idOfNameless(state), [state]);
  const tryAgain = useCallback(() => {
    if (nameless === undefined) return beginAnew();
    const asked = client.query(PatientOfQueueDocument, { id: nameless }, { requestPolicy: 'network-only' });
    void asked.toPromise().then(({ data }) => data?.consultation?.patient && beginAnew());
    return undefined;
  }, [client, nameless]);
  useComeback(state.withoutPatients, tryAgain);
  return state;
}

function after(state: LiveQueue, { event, problem, at }: Told): LiveQueue {
  if (!event) return { ...state, problem };
  const queue = queueAfter(state.queue, event, at);
  const before = event.kind === 'SNAPSHOT' ? null : state.withoutPatients;
  return { queue, problem: null, withoutPatients: isPassing(problem) ? problem : before };
}

function idOfNameless({ queue }: LiveQueue): string | undefined {
  return [...queue.rows.values()].find(({ patient }) => patient === null)?.id;
}
