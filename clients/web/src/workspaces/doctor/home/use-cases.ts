/** The doctor's consultations, live: one subscription, resumed by its cursor. */
import { useEffect, useMemo, useReducer } from 'react';
import { useClient } from 'urql';
import { useSession } from '../../../graph/graph-context.tsx';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { MyCasesDocument } from './home.graphql.ts';
import { type Case, type CaseEvent, type Cases, casesAfter, sorted } from './my-cases.ts';

export interface LiveCases {
  /** null until the first event. */
  readonly cases: Cases | null;
  readonly problem: Problem | null;
}

interface State {
  readonly known: ReadonlyMap<string, Case> | null;
  readonly problem: Problem | null;
}

export function useCases(): LiveCases {
  const client = useClient();
  const me = useSession()?.viewer.practitioner?.id;
  const [{ known, problem }, tell] = useReducer(after, { known: null, problem: null });
  useEffect(() => {
    const { unsubscribe } = client.subscription(MyCasesDocument, {}).subscribe(({ data, error }) => {
      const found = problemIn(error);
      if (data) tell({ event: data.consultationQueue });
      else if (found) tell({ problem: found });
    });
    return unsubscribe;
  }, [client]);
  const cases = useMemo(() => (known ? sorted(known.values(), me) : null), [known, me]);
  return { cases, problem };
}

type Told = { readonly event: CaseEvent } | { readonly problem: Problem };

function after({ known }: State, told: Told): State {
  if ('problem' in told) return { known, problem: told.problem };
  return { known: casesAfter(known ?? new Map<string, Case>(), told.event), problem: null };
}
