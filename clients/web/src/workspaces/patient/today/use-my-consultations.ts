/** One's consultations, newest first, kept up to date by the same live queue that everybody has: a patient's holds their own. */
import { useCallback } from 'react';
import { useQuery, useSubscription } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { MyConsultationsDocument, MyQueueDocument, type MyConsultationFragment } from './consultations.graphql.ts';

export type MyConsultation = MyConsultationFragment;

export interface MyConsultations {
  readonly consultations: readonly MyConsultation[] | null;
  readonly problem: Problem | null;
  readAgain(): void;
}

export function useMyConsultations(): MyConsultations {
  const [{ data, error }, execute] = useQuery({
    query: MyConsultationsDocument,
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  // The stream only says that something has changed: whole consultations of a whole queue would cost more than one may ask for.
  useSubscription({ query: MyQueueDocument }, (_before: unknown, { consultationQueue: { kind } }) => {
    if (kind !== 'SNAPSHOT') readAgain();
    return kind;
  });
  return { consultations: data?.consultations.nodes ?? null, problem: problemIn(error), readAgain };
}
