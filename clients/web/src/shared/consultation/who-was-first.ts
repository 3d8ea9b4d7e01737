/** After a conflict: who was first, in a sentence, from the newest entry of the timeline as it is now. */
import type { TFunction } from 'i18next';
import type { Problem } from '../../graph/problem.ts';
import { timeOfDay } from '../time/format-time.ts';
import type { Consultation } from './use-consultation.ts';

const overtaken = ['CONFLICT', 'ILLEGAL_TRANSITION'];

export function isOvertaken(problem: Problem | null): boolean {
  return problem !== null && overtaken.includes(problem.code);
}

export function whoWasFirst(
  problem: Problem,
  { timeline }: Pick<Consultation, 'timeline'>,
  t: TFunction,
): string | undefined {
  const last = timeline.at(-1);
  if (!isOvertaken(problem) || !last) return undefined;
  return t('shared:consultation.first', {
    name: last.by?.name ?? t('system'),
    time: timeOfDay(last.at),
    event: t(`event.${last.event}`),
  });
}
