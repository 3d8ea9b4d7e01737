/** The rows that pass the filter, laid out anew when one of them changes or its clock runs out. */
import { useMemo, useSyncExternalStore } from 'react';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { seconds } from '../../../shared/time/seconds.ts';
import { type QueueFilter, passes } from './queue-filter.ts';
import type { QueueRow, QueueState } from './queue-state.ts';
import { type QueueItem, isOverdue, isWaiting, layOut } from './sections.ts';

export interface LaidOut {
  readonly items: readonly QueueItem[];
  readonly waiting: number;
  readonly overdue: number;
  /** Since when the longest has waited. */
  readonly longestSince: string | null;
}

export function useLayoutOfQueue({ rows }: QueueState, filter: QueueFilter): LaidOut {
  const clock = useServerClock();
  const passing = useMemo(() => [...rows.values()].filter((row) => passes(row, filter)), [rows, filter]);
  // Read each second, but it changes only when another deadline has passed.
  const overdue = useSyncExternalStore(seconds.subscribe, () => countOverdue(passing, clock.now()));
  return useMemo(
    () => ({ items: layOut(passing, clock.now()), overdue, ...waitingIn(passing) }),
    [passing, overdue, clock],
  );
}

function countOverdue(rows: readonly QueueRow[], now: number): number {
  return rows.filter((row) => isOverdue(row, now)).length;
}

function waitingIn(rows: readonly QueueRow[]): Pick<LaidOut, 'waiting' | 'longestSince'> {
  const waiting = rows.filter(isWaiting);
  const [longestSince = null] = waiting.flatMap(({ submittedAt }) => submittedAt ?? []).toSorted();
  return { waiting: waiting.length, longestSince };
}
