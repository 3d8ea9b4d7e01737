/** What the matcher knows of an expert. */
import { icd10Entry } from './icd10.ts';
import type { Icd10Entry } from './icd10.ts';

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

/** A candidate whose expertise is placed in ICD-10 once and not at every match. */
export interface PreparedCandidate extends Candidate {
  readonly scope: readonly Icd10Entry[];
}

export function prepare(candidate: Candidate): PreparedCandidate {
  return { ...candidate, scope: candidate.expertise.map(icd10Entry).filter((entry) => entry !== null) };
}

export function isOnDuty(candidate: Candidate, now: Date): boolean {
  return candidate.shifts.some(({ from, to }) => from <= now && now < to);
}
