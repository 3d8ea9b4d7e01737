/** Hears when an invitation no longer waits: its consultation is out of the expert's sight from then on, and the queue is silent about it. */
import { useEffect } from 'react';
import { useClient } from 'urql';
import { problemIn } from '../../../graph/problem.ts';
import { ExpertStillAskedDocument } from './desk.graphql.ts';
import type { Asked } from './desk-state.ts';

/** One socket carries twenty subscriptions, and an open request has its own. */
const most = 12;

export function useStillAsked(asked: readonly Asked[], onLost: (id: string) => void): void {
  const client = useClient();
  const ids = asked
    .slice(0, most)
    .map(({ row }) => row.id)
    .join(' ');
  useEffect(() => {
    const watched = ids.split(' ').filter((id) => id !== '');
    const ends = watched.map((id) =>
      client.subscription(ExpertStillAskedDocument, { id }).subscribe(({ error }) => {
        if (problemIn(error)?.code === 'NOT_FOUND') onLost(id);
      }),
    );
    return () => {
      for (const { unsubscribe } of ends) unsubscribe();
    };
  }, [client, ids, onLost]);
}
