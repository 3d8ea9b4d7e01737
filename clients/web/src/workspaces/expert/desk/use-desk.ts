/** The live desk: one subscription, resumed by its cursor. */
import { useCallback, useEffect, useReducer } from 'react';
import { useClient } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { ExpertDeskDocument } from './desk.graphql.ts';
import { type DeskEvent, type DeskState, deskAfter, deskWithout, nothingYet } from './desk-state.ts';

export interface LiveDesk {
  readonly desk: DeskState;
  readonly problem: Problem | null;
}

type Told = { readonly event: DeskEvent } | { readonly problem: Problem } | { readonly lost: string };

export function useDesk(): LiveDesk & { readonly lose: (id: string) => void } {
  const client = useClient();
  const [state, tell] = useReducer(after, { desk: nothingYet, problem: null });
  useEffect(() => {
    const { unsubscribe } = client.subscription(ExpertDeskDocument, {}).subscribe(({ data, error }) => {
      const problem = problemIn(error);
      if (data) tell({ event: data.consultationQueue });
      else if (problem) tell({ problem });
    });
    return unsubscribe;
  }, [client]);
  const lose = useCallback((lost: string) => tell({ lost }), []);
  return { ...state, lose };
}

function after(state: LiveDesk, told: Told): LiveDesk {
  if ('problem' in told) return { ...state, problem: told.problem };
  if ('lost' in told) return { ...state, desk: deskWithout(state.desk, told.lost) };
  return { desk: deskAfter(state.desk, told.event), problem: null };
}
