/** How the queue is laid out: what is late first, then by what it waits for; within that the most urgent, then the longest waiting. */
import type { QueueRow } from './queue-state.ts';

export const sections = [
  'OVERDUE',
  'PENDING',
  'UNDER_REVIEW',
  'IN_PROGRESS',
  'ASSIGNED',
  'AWAITING_OPINION',
  'RETURNED',
] as const;
export type Section = (typeof sections)[number];

export type QueueItem =
  | { readonly kind: 'heading'; readonly section: Section; readonly count: number }
  | { readonly kind: 'row'; readonly id: string };

const weight = { CRITICAL: 0, URGENT: 1, ROUTINE: 2 } as const;

export function isOverdue({ status, overdue, respondBy }: QueueRow, now: number): boolean {
  return status === 'PENDING' && (overdue || (respondBy !== null && Date.parse(respondBy) < now));
}

export function isWaiting({ status }: QueueRow): boolean {
  return status === 'PENDING' || status === 'UNDER_REVIEW';
}

export function layOut(rows: readonly QueueRow[], now: number): readonly QueueItem[] {
  const bySection = Map.groupBy(rows, (row) => sectionOf(row, now));
  return sections.flatMap((section): readonly QueueItem[] => {
    const inIt = bySection.get(section);
    if (!inIt) return [];
    const inOrder = inIt.toSorted(byNeed).map(({ id }) => ({ kind: 'row', id }) as const);
    return [{ kind: 'heading', section, count: inIt.length }, ...inOrder];
  });
}

function sectionOf(row: QueueRow, now: number): Section | null {
  if (isOverdue(row, now)) return 'OVERDUE';
  if (row.status === 'INTERRUPTED') return 'IN_PROGRESS';
  return sections.find((section) => section === row.status) ?? null;
}

function byNeed(one: QueueRow, other: QueueRow): number {
  const urgency = weight[one.urgency] - weight[other.urgency];
  if (urgency !== 0) return urgency;
  const [first, second] = [dueOf(one), dueOf(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** All are written alike, so that they can be compared as they are. */
function dueOf({ respondBy, submittedAt, number }: QueueRow): string {
  return respondBy ?? submittedAt ?? number;
}
