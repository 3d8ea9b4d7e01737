/** The doctor's consultations by what waits for them, what waits for others, and what colleagues have asked. */
import type { MyCasesSubscription } from './home.graphql.ts';

export type CaseEvent = MyCasesSubscription['consultationQueue'];
export type Case = CaseEvent['consultations'][number];

/** What the doctor does next, from what the server lets them do; null while others are at work. */
export type NextStep = 'mend' | 'conclude' | 'resume' | 'join' | 'start' | 'write';

export interface CaseRow {
  readonly it: Case;
  readonly step: NextStep | null;
}

export interface Cases {
  readonly mine: readonly CaseRow[];
  readonly waiting: readonly CaseRow[];
  readonly colleagues: readonly CaseRow[];
}

/** In this order: what an expert or the centre waits for comes before what only the doctor has begun. */
const steps: readonly NextStep[] = ['resume', 'join', 'mend', 'conclude', 'start', 'write'];
const weight = { CRITICAL: 0, URGENT: 1, ROUTINE: 2 } as const;

export function casesAfter(known: ReadonlyMap<string, Case>, { kind, consultations }: CaseEvent) {
  const told = new Map(consultations.map((it): [string, Case] => [it.id, it]));
  if (kind === 'SNAPSHOT') return told;
  if (kind === 'LEFT') return new Map([...known].filter(([id]) => !told.has(id)));
  return new Map([...known, ...told]);
}

export function sorted(cases: Iterable<Case>, practitionerId: string | undefined): Cases {
  const rows = [...cases].map((it): CaseRow => ({ it, step: nextStep(it) })).toSorted(byNeed);
  const own = rows.filter(({ it }) => it.requester.id === practitionerId);
  return {
    mine: own.filter(({ step }) => step !== null),
    waiting: own.filter(({ step }) => step === null),
    // A colleague's draft is nobody's business yet.
    colleagues: rows.filter(({ it }) => it.requester.id !== practitionerId && it.status !== 'DRAFT'),
  };
}

export function nextStep({ status, availableActions }: Pick<Case, 'status' | 'availableActions'>): NextStep | null {
  const may = (action: Case['availableActions'][number]) => availableActions.includes(action);
  if (may('COMPLETE')) return 'conclude';
  if (may('RESUME')) return 'resume';
  if (may('END')) return 'join';
  if (status === 'ASSIGNED' && may('START')) return 'start';
  if (may('SUBMIT')) return status === 'RETURNED' ? 'mend' : 'write';
  return null;
}

function byNeed(one: CaseRow, other: CaseRow): number {
  const step = orderOf(one) - orderOf(other);
  if (step !== 0) return step;
  const urgency = weight[one.it.urgency] - weight[other.it.urgency];
  return urgency === 0 ? one.it.number.localeCompare(other.it.number) : urgency;
}

function orderOf({ step }: CaseRow): number {
  return step === null ? steps.length : steps.indexOf(step);
}
