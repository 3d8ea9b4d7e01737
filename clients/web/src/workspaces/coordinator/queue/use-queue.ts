/** The live queue: one subscription for the whole page, resumed by its cursor. */
import { useEffect, useReducer } from 'react';
import { useClient } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { QueueDocument } from './queue.graphql.ts';
import { type QueueEvent, type QueueState, nothingYet, queueAfter } from './queue-state.ts';

export interface LiveQueue {
  readonly queue: QueueState;
  readonly problem: Problem | null;
}

type Told = { readonly event: QueueEvent; readonly at: number } | { readonly problem: Problem };

export function useQueue(): LiveQueue {
  const client = useClient();
  const [state, tell] = useReducer(after, { queue: nothingYet, problem: null });
  useEffect(() => {
    const { unsubscribe } = client.subscription(QueueDocument, {}).subscribe(({ data, error }) => {
      const problem = problemIn(error);
      if (data) tell({ event: data.consultationQueue, at: Date.now() });
      else if (problem) tell({ problem });
    });
    return unsubscribe;
  }, [client]);
  return state;
}

function after(state: LiveQueue, told: Told): LiveQueue {
  if ('problem' in told) return { ...state, problem: told.problem };
  return { queue: queueAfter(state.queue, told.event, told.at), problem: null };
}
