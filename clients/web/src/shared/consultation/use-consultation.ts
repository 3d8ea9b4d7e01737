/** One consultation, kept up to date by its own events for as long as it is open. */
import { useCallback } from 'react';
import { useQuery, useSubscription } from 'urql';
import { type Problem, problemIn } from '../../graph/problem.ts';
import {
  ConsultationChangesDocument,
  ConsultationDocument,
  type ConsultationPartsFragment,
} from './consultation.graphql.ts';

export type Consultation = ConsultationPartsFragment;

export interface OpenConsultation {
  readonly consultation: Consultation | null;
  readonly problem: Problem | null;
  readAgain(): void;
}

const notThere: Problem = { code: 'NOT_FOUND', message: 'Not there, or not yours.', missing: [] };

export function useConsultation(id: string): OpenConsultation {
  const [{ data, error }, execute] = useQuery({
    query: ConsultationDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  // Its events go into the cache that the query reads.
  useSubscription({ query: ConsultationChangesDocument, variables: { id } });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const consultation = data?.consultation ?? null;
  const missing = data && !consultation ? notThere : null;
  return { consultation, problem: problemIn(error) ?? missing, readAgain };
}
