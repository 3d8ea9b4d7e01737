/** Who saw the record: the newest page, and older ones as they are asked for. */
import { useCallback, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { MyAccessesDocument, type MyAccessesQuery } from './accesses.graphql.ts';

type Page = NonNullable<MyAccessesQuery['patient']>['accesses'];
export type Access = Page['nodes'][number];

export interface MyAccesses {
  readonly accesses: readonly Access[] | null;
  readonly problem: Problem | null;
  readonly more: boolean;
  readonly reading: boolean;
  readAgain(): void;
  readMore(): void;
}

export function useMyAccesses(patientId: string): MyAccesses {
  const client = useClient();
  const [{ data, error }, execute] = useQuery({
    query: MyAccessesDocument,
    variables: { id: patientId },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const [older, setOlder] = useState<readonly Page[]>([]);
  const [reading, setReading] = useState(false);
  const [unread, setUnread] = useState<Problem | null>(null);
  const newest = data?.patient?.accesses;
  const last = older.at(-1) ?? newest;
  const readMore = async () => {
    if (reading) return;
    setReading(true);
    const variables = { id: patientId, after: last?.pageInfo.endCursor ?? null };
    const answer = await client.query(MyAccessesDocument, variables).toPromise();
    setReading(false);
    setUnread(problemIn(answer.error));
    const page = answer.data?.patient?.accesses;
    if (page) setOlder((pages) => [...pages, page]);
  };
  return {
    accesses: newest ? [...newest.nodes, ...older.flatMap(({ nodes }) => nodes)] : null,
    problem: problemIn(error) ?? unread,
    more: last?.pageInfo.hasNextPage ?? false,
    reading,
    readAgain,
    readMore: () => void readMore(),
  };
}
