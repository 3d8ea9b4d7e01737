/** What the patient has agreed to, newest first. */
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { MyConsentsDocument, type MyConsentsQuery } from './consents.graphql.ts';

type Signer = NonNullable<MyConsentsQuery['patient']>;
export type Consent = Signer['consents'][number];

export interface MyConsents {
  readonly consents: readonly Consent[] | null;
  /** Who signs: a guardian where there is one. */
  readonly signer: string;
  readonly problem: Problem | null;
  readAgain(): void;
}

export function useMyConsents(patientId: string): MyConsents {
  const [{ data, error }, execute] = useQuery({
    query: MyConsentsDocument,
    variables: { id: patientId },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const patient = data?.patient;
  return {
    consents: patient?.consents ?? null,
    signer: patient?.guardian?.name ?? patient?.name ?? '',
    problem: problemIn(error),
    readAgain,
  };
}
