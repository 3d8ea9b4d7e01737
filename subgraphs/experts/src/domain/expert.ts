/** A practitioner who answers, and what the answers so far say about them. */
import type { Candidate, ProfessionalTitle } from './candidate.ts';
import { shiftsWithin, type DutyHours } from './duty-hours.ts';

export class Expert {
  /** The practitioner's id. */
  id!: string;
  institutionId!: string;
  title!: ProfessionalTitle;
  specialties!: string[];
  /** ICD-10 codes, categories, prefixes or ranges. */
  expertise!: string[];
  /** YYYY-MM-DD */
  practiceStartedOn!: string;
  dutyHours!: readonly DutyHours[];
  online!: boolean;
  presenceChangedAt!: Date | null;
  /** How many answers were given before this platform counted, brought along with the expert. */
  earlierResponses!: number;
  /** How long they took on average. */
  earlierResponseMinutes!: number;
}

/** Counted from the invitations. */
export interface Workload {
  /** Over the last half year; an invitation that ran out counts with its whole time limit. Null without any. */
  readonly averageResponseMinutes: number | null;
  readonly openConsultations: number;
  readonly recentAssignments: number;
  readonly wrongSpecialtyBounces: number;
}

export interface ExpertAtWork {
  readonly expert: Expert;
  readonly workload: Workload;
}

const hour = 3_600_000;
/** Longer than anything in memory is trusted. */
const SHIFTS_AHEAD_MS = 26 * hour;
const YEAR_MS = 365.25 * 24 * hour;

export function yearsOfExperience({ practiceStartedOn }: Expert, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(practiceStartedOn)) / YEAR_MS));
}

/** What the matcher needs to know, good for a day. */
export function candidateOf({ expert, workload }: ExpertAtWork, now: Date): Candidate {
  const { id, institutionId, title, specialties, expertise, online } = expert;
  return {
    id,
    institutionId,
    title,
    specialties,
    expertise,
    online,
    yearsOfExperience: yearsOfExperience(expert, now),
    shifts: shiftsWithin(expert.dutyHours, now, new Date(now.getTime() + SHIFTS_AHEAD_MS)),
    ...workload,
  };
}
