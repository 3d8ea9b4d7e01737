/** One consultation of one's own, kept up to date by its own events while it is open. */
import { useCallback } from 'react';
import { useQuery, useSubscription } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { usePlace } from '../../../graph/use-place.ts';
import {
  MyConsultationChangesDocument,
  MyConsultationDocument,
  type WholeConsultationFragment,
} from './consultation.graphql.ts';

export type WholeConsultation = WholeConsultationFragment;

export interface OpenedConsultation {
  readonly consultation: WholeConsultation | null;
  readonly problem: Problem | null;
  readAgain(): void;
}

const notThere: Problem = { code: 'NOT_FOUND', message: 'Not there, or not yours.', missing: [] };

export function useMyConsultation(id: string): OpenedConsultation {
  const [{ data, error }, execute] = useQuery({
    query: MyConsultationDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const after = usePlace(readAgain);
  useSubscription({
    query: MyConsultationChangesDocument,
    variables: { id, after: after ?? null },
    pause: after === undefined,
  });
  const missing = data && !data.consultation ? notThere : null;
  return {
    consultation: data?.consultation ?? null,
    problem: problemIn(error) ?? missing,
    readAgain,
  };
}
