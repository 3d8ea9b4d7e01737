/** A patient's results as they are shown, and how many older observations the page has not read. */
import { useCallback, useMemo } from 'react';
import { useQuery } from 'urql';
import { useServerClock } from '../../graph/graph-context.tsx';
import { type Problem, problemIn } from '../../graph/problem.ts';
import { useRetry } from '../feedback/use-retry.ts';
import { yearsOld } from '../time/format-time.ts';
import { PatientResultsDocument } from './record.graphql.ts';
import { type Result, resultsIn } from './results.ts';
import type { PatientHead } from './use-patient.ts';

export type Whose = Pick<PatientHead, 'id' | 'gender' | 'birthDate'>;

export interface KnownResults {
  /** null until they are read. */
  readonly results: readonly Result[] | null;
  readonly hidden: number;
  readonly problem: Problem | null;
  readAgain(): void;
}

export function useResults({ id, gender, birthDate }: Whose): KnownResults {
  const clock = useServerClock();
  const [{ data, error }, execute] = useQuery({
    query: PatientResultsDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const problem = useMemo(() => problemIn(error), [error]);
  useRetry(problem, readAgain);
  const observations = data?.patient?.record.observations;
  return useMemo(() => {
    const age = yearsOld(birthDate, clock.now());
    return {
      results: observations ? resultsIn(observations.nodes, { gender, age }) : null,
      hidden: observations ? observations.totalCount - observations.nodes.length : 0,
      problem,
      readAgain,
    };
  }, [observations, problem, gender, birthDate, clock, readAgain]);
}
