/** The live queue: which consultations are in it, and what a change of one means for it. */
import type { ConsultationStatus, Urgency } from './consultation-status.ts';

/** Empty or missing parts filter nothing; without statuses it is everything that is on its way. */
export interface QueueFilter {
  readonly institutionId?: string | null | undefined;
  readonly specialty?: string | null | undefined;
  readonly statuses?: readonly ConsultationStatus[] | null | undefined;
  readonly urgencies?: readonly Urgency[] | null | undefined;
}

export interface QueueFacts {
  readonly institutionId: string;
  readonly specialty: string;
  readonly status: ConsultationStatus;
  readonly urgency: Urgency;
}

/** Of something that holds more. */
export function queueFactsOf({ institutionId, specialty, status, urgency }: QueueFacts): QueueFacts {
  return { institutionId, specialty, status, urgency };
}

export type QueueChange = 'ENTERED' | 'CHANGED' | 'LEFT';

/** A returned request is in it: somebody waits for the requester. A draft is nobody's business yet. */
export const liveStatuses: readonly ConsultationStatus[] = [
  'UNDER_REVIEW',
  'RETURNED',
  'PENDING',
  'ASSIGNED',
  'IN_PROGRESS',
  'INTERRUPTED',
  'AWAITING_OPINION',
];

/** Nobody has taken these on yet. */
export const waitingStatuses: readonly ConsultationStatus[] = ['UNDER_REVIEW', 'PENDING'];

export function belongsTo(filter: QueueFilter, facts: QueueFacts): boolean {
  return (
    matches(filter.institutionId, facts.institutionId) &&
    matches(filter.specialty, facts.specialty) &&
    (filter.statuses ?? liveStatuses).includes(facts.status) &&
    (filter.urgencies ?? [facts.urgency]).includes(facts.urgency)
  );
}

/** null: the queue does not show this change. `before` is null for a consultation that is new. */
export function queueChange(filter: QueueFilter, before: QueueFacts | null, after: QueueFacts): QueueChange | null {
  const was = before !== null && belongsTo(filter, before);
  const is = belongsTo(filter, after);
  if (is) return was ? 'CHANGED' : 'ENTERED';
  return was ? 'LEFT' : null;
}

function matches(wanted: string | null | undefined, actual: string): boolean {
  return wanted === null || wanted === undefined || wanted === actual;
}
