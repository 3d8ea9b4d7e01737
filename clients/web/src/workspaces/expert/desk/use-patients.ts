/** Whose consultations they are, read apart: where patients cannot be read, the desk still can. */
import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { ExpertPatientsDocument, type ExpertPatientsQuery } from './desk.graphql.ts';

export type DeskPatient = ExpertPatientsQuery['consultations']['nodes'][number]['patient'];

export interface DeskPatients {
  readonly of: ReadonlyMap<string, DeskPatient>;
  readonly problem: Problem | null;
}

/** @param ids of the consultations on the desk; with a new one the names are read again */
export function usePatients(ids: readonly string[]): DeskPatients {
  const [{ data, error, fetching }, readAgain] = useQuery({
    query: ExpertPatientsDocument,
    requestPolicy: 'cache-and-network',
  });
  const of = useMemo(
    () => new Map(data?.consultations.nodes.map(({ id, patient }): [string, DeskPatient] => [id, patient])),
    [data],
  );
  const unknown = ids.filter((id) => !of.has(id)).join(' ');
  useEffect(() => {
    if (unknown !== '') readAgain({ requestPolicy: 'network-only' });
  }, [unknown, readAgain]);
  return { of, problem: fetching ? null : problemIn(error) };
}
