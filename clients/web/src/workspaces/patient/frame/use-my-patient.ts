/** Whose pages these are: the patient that the account stands for, oneself or a child in one's care. */
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { MyselfDocument } from './me.graphql.ts';

export interface MyPatient {
  /** null until it is known, or where the account stands for nobody. */
  readonly id: string | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readAgain(): void;
}

export function useMyPatient(): MyPatient {
  const [{ data, error, fetching }, execute] = useQuery({ query: MyselfDocument });
  return {
    id: data?.me.patient?.id ?? null,
    loading: fetching && !data,
    problem: problemIn(error),
    readAgain: () => execute({ requestPolicy: 'network-only' }),
  };
}
