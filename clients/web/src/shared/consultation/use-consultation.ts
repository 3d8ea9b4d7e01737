/** One consultation, kept up to date by its own events for as long as it is open. */
import { useCallback, useMemo } from 'react';
import { useQuery, useSubscription } from 'urql';
import { type Problem, problemIn } from '../../graph/problem.ts';
import { usePlace } from '../../graph/use-place.ts';
import { isPassing, useComeback } from '../feedback/use-comeback.ts';
import {
  ConsultationChangesDocument,
  ConsultationDocument,
  ConsultationWithoutExpertsDocument,
  type ConsultationPartsFragment,
} from './consultation.graphql.ts';

export type Consultation = ConsultationPartsFragment;

export interface OpenConsultation {
  readonly consultation: Consultation | null;
  readonly problem: Problem | null;
  /** Who was asked and what they have said cannot be read just now; everything else can. */
  readonly withoutExperts: boolean;
  readAgain(): void;
}

const notThere: Problem = { code: 'NOT_FOUND', message: 'Not there, or not yours.', missing: [] };

export function useConsultation(id: string): OpenConsultation {
  const [{ data, error }, execute] = useQuery({
    query: ConsultationDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const after = usePlace(readAgain);
  // Its events go into the cache that the query reads.
  const [{ error: ended }] = useSubscription({
    query: ConsultationChangesDocument,
    variables: { id, after: after ?? null },
    pause: after === undefined,
  });
  // Such as for an expert whose invitation was taken by another: what the cache still holds is not theirs to see any more.
  const outOfSight = problemIn(ended)?.code === 'NOT_FOUND';
  const whole = outOfSight ? null : (data?.consultation ?? null);
  const problem = problemIn(error);
  useComeback(problem, readAgain);
  const rest = useRest(id, !whole && isPassing(problem));
  const missing = data && !error && !whole ? notThere : null;
  return {
    consultation: whole ?? rest,
    withoutExperts: !whole && rest !== null,
    problem: problem ?? missing,
    readAgain,
  };
}

/** What there is of it without the experts. */
function useRest(id: string, wanted: boolean): Consultation | null {
  const [{ data }] = useQuery({ query: ConsultationWithoutExpertsDocument, variables: { id }, pause: !wanted });
  const rest = wanted ? data?.consultation : null;
  return useMemo(() => (rest ? { ...rest, invitations: [], opinions: [] } : null), [rest]);
}
