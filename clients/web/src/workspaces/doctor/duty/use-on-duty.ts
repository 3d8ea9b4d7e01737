/** Who is there now, read again each minute: presence changes without an event of its own. */
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { OnDutyDocument, type OnDutyQuery, type OnDutyQueryVariables } from './duty.graphql.ts';

export type Expert = OnDutyQuery['experts']['nodes'][number];

export interface Duty {
  readonly experts: readonly Expert[] | null;
  readonly problem: Problem | null;
}

const everyMs = 60_000;

export function useOnDuty(variables: OnDutyQueryVariables, pause = false): Duty {
  const [{ data, error }, readAgain] = useQuery({
    query: OnDutyDocument,
    variables,
    pause,
    requestPolicy: 'cache-and-network',
  });
  useEffect(() => {
    if (pause) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) readAgain({ requestPolicy: 'network-only' });
    }, everyMs);
    return () => clearInterval(timer);
  }, [readAgain, pause]);
  return { experts: data?.experts.nodes ?? null, problem: problemIn(error) };
}
