/** Which experts are there now, read again each minute: presence changes without an event of its own. */
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { useComeback } from '../../../shared/feedback/use-comeback.ts';
import { DutyDocument, type DutyQuery } from './duty.graphql.ts';

export type OnDuty = DutyQuery['present']['nodes'][number];

export interface Presence {
  readonly online: number;
  readonly all: number;
}

export interface Duty {
  readonly experts: readonly OnDuty[];
  readonly presence: Presence | null;
  readonly problem: Problem | null;
  readonly known: boolean;
}

const everyMs = 60_000;

export function useDuty(): Duty {
  const [{ data, error }, readAgain] = useQuery({ query: DutyDocument, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) readAgain({ requestPolicy: 'network-only' });
    }, everyMs);
    return () => clearInterval(timer);
  }, [readAgain]);
  const problem = problemIn(error);
  useComeback(problem, readAgain);
  const presence = data ? { online: data.present.totalCount, all: data.everybody.totalCount } : null;
  return { experts: data?.present.nodes ?? [], presence, problem, known: data !== undefined };
}
