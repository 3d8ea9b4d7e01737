/** The way of a consultation in six steps that a patient can follow, from its timeline. */
import type { WholeConsultation } from './use-my-consultation.ts';

const steps = [
  ['submitted', 'consultation.submitted'],
  ['approved', 'consultation.approved'],
  ['accepted', 'consultation.invitation-accepted'],
  ['session', 'consultation.ended'],
  ['opinion', 'consultation.opinion-signed'],
  ['concluded', 'consultation.completed'],
] as const;

export interface Step {
  readonly name: (typeof steps)[number][0];
  readonly state: 'done' | 'now' | 'to come' | 'left out';
  readonly at: string | null;
}

type Facts = Pick<WholeConsultation, 'status' | 'timeline'>;

/** Of what happened twice, the last time counts; what a consultation in writing leaves out is said to be left out. */
export function stepsOf({ status, timeline }: Facts): readonly Step[] {
  const times = steps.map(([, event]) => timeline.findLast((entry) => entry.event === event)?.at ?? null);
  if (status === 'DRAFT' || status === 'RETURNED' || status === 'UNDER_REVIEW')
    times.fill(null, status === 'UNDER_REVIEW' ? 1 : 0);
  const last = times.findLastIndex((at) => at !== null);
  const over = status === 'COMPLETED' || status === 'CANCELLED';
  return steps.map(([name], index) => {
    const at = times[index] ?? null;
    if (at !== null) return { name, state: 'done', at };
    if (index < last) return { name, state: 'left out', at };
    return { name, state: index === last + 1 && !over ? 'now' : 'to come', at };
  });
}
