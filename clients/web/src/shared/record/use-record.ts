/** A patient's record, read apart from all else: it may be out of reach, or not the viewer's to read. */
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../graph/problem.ts';
import { useRetry } from '../feedback/use-retry.ts';
import { PatientRecordDocument, type PatientRecordQuery } from './record.graphql.ts';

export type MedicalRecord = NonNullable<PatientRecordQuery['patient']>['record'];

export interface OpenRecord {
  readonly record: MedicalRecord | null;
  readonly problem: Problem | null;
  readAgain(): void;
}

export function useRecord(patientId: string): OpenRecord {
  const [{ data, error }, execute] = useQuery({
    query: PatientRecordDocument,
    variables: { id: patientId },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const problem = problemIn(error);
  useRetry(problem, readAgain);
  return { record: data?.patient?.record ?? null, problem, readAgain };
}
