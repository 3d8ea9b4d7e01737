/** What the matcher knows of an expert. */
import type { Icd10Entry } from './icd10.ts';
import type { Urgency } from './urgency.ts';

export const professionalTitles = [
  'CHIEF_PHYSICIAN',
  'ASSOCIATE_CHIEF_PHYSICIAN',
  'ATTENDING_PHYSICIAN',
  'RESIDENT_PHYSICIAN',
  'VILLAGE_DOCTOR',
] as const;
export type ProfessionalTitle = (typeof professionalTitles)[number];

export interface Shift {
  readonly from: Date;
  readonly to: Date;
}

export interface Candidate {
  readonly id: string;
  readonly institutionId: string;
  readonly title: ProfessionalTitle;
  readonly specialties: readonly string[];
  /** ICD-10 codes, categories, prefixes or ranges. */
  readonly expertise: readonly string[];
  readonly yearsOfExperience: number;
  /** null until there is a history. */
  readonly averageResponseMinutes: number | null;
  readonly online: boolean;
  readonly shifts: readonly Shift[];
  /** Accepted and not yet completed. */
  readonly openConsultations: number;
  /** Accepted in the last 7 days. */
  readonly recentAssignments: number;
  /** Requests sent back as WRONG_SPECIALTY in the last 90 days. */
  readonly wrongSpecialtyBounces: number;
}

/** A candidate of whom is worked out once, and not at every match, what no request changes. */
export interface PreparedCandidate extends Candidate {
  /** The expertise, placed in ICD-10. */
  readonly scope: readonly Icd10Entry[];
  /** The points of all factors but the moment's and the disease's, for each urgency. */
  readonly standing: Readonly<Record<Urgency, number>>;
}

export function isOnDuty(candidate: Candidate, now: Date): boolean {
  return candidate.shifts.some(({ from, to }) => from <= now && now < to);
}
