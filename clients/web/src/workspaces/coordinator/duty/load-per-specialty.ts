/** What each specialty has to do, and how many are there to do it. */
import type { QueueRow } from '../queue/queue-state.ts';
import { isWaiting } from '../queue/sections.ts';
import type { OnDuty } from './use-duty.ts';

export interface Load {
  readonly specialty: string;
  readonly waiting: number;
  readonly underWay: number;
  readonly online: number;
}

/** The busiest first; a specialty without requests is not in the way. */
export function loadPerSpecialty(rows: Iterable<QueueRow>, experts: readonly OnDuty[]): readonly Load[] {
  const all = [...rows];
  const specialties = [...new Set(all.map(({ specialty }) => specialty))];
  const loads = specialties.map((specialty) => {
    const its = all.filter((row) => row.specialty === specialty);
    const waiting = its.filter(isWaiting).length;
    const online = experts.filter((expert) => expert.specialties.includes(specialty)).length;
    return { specialty, waiting, underWay: its.length - waiting, online };
  });
  return loads.toSorted((one, other) => other.waiting - one.waiting || other.underWay - one.underWay);
}
