/** Who the patient is, and what they have agreed to. */
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../graph/problem.ts';
import { useRetry } from '../feedback/use-retry.ts';
import { PatientHeadDocument, type PatientHeadQuery } from './record.graphql.ts';

export type PatientHead = NonNullable<PatientHeadQuery['patient']>;

export interface KnownPatient {
  readonly patient: PatientHead | null;
  readonly problem: Problem | null;
  readAgain(): void;
}

const notThere: Problem = { code: 'NOT_FOUND', message: 'Not there, or not yours.', missing: [] };

export function usePatient(id: string): KnownPatient {
  const [{ data, error }, execute] = useQuery({
    query: PatientHeadDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const missing = data && !data.patient ? notThere : null;
  const problem = problemIn(error) ?? missing;
  useRetry(problem, readAgain);
  return { patient: data?.patient ?? null, problem, readAgain };
}
