/** One expert's signed opinion; never edited in place: signing again adds a version beside the old. */
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import type { Occasion } from './actor.ts';
import type { CaseRow } from './case-row.ts';
import { blankFaults } from './text.ts';

export interface OpinionText {
  readonly diagnosis: string;
  readonly diseaseCode: string | null;
  readonly advice: string;
}

export interface Signature {
  readonly expertId: string;
  readonly version: number;
}

export class Opinion {
  id: string;
  consultationId: string;
  patientId: string;
  institutionId: string;
  expertId: string;
  diagnosis: string;
  diseaseCode: string | null;
  advice: string;
  signedAt: Date;
  version: number;

  constructor(row: CaseRow, content: OpinionText & Signature, occasion: Occasion) {
    const faults = blankFaults({ diagnosis: content.diagnosis, advice: content.advice });
    if (faults.length > 0) throw new BadUserInput(faults);
    this.id = occasion.newId();
    this.consultationId = row.consultationId;
    this.patientId = row.patientId;
    this.institutionId = row.institutionId;
    this.expertId = content.expertId;
    this.diagnosis = content.diagnosis;
    this.diseaseCode = content.diseaseCode;
    this.advice = content.advice;
    this.signedAt = occasion.now;
    this.version = content.version;
  }
}

export function nextVersion(opinions: Iterable<Opinion>, expertId: string): number {
  let highest = 0;
  for (const opinion of opinions) {
    if (opinion.expertId === expertId) highest = Math.max(highest, opinion.version);
  }
  return highest + 1;
}

/** Each expert's newest version. */
export function currentOpinions(opinions: Iterable<Opinion>): Opinion[] {
  const current = new Map<string, Opinion>();
  for (const opinion of opinions) {
    const known = current.get(opinion.expertId);
    if (known === undefined || opinion.version > known.version) current.set(opinion.expertId, opinion);
  }
  return [...current.values()];
}

/** The ICD-10 categories that the experts' current opinions disagree on; empty when they agree. */
export function disputedCategories(opinions: Iterable<Opinion>): string[] {
  const categories = new Set<string>();
  for (const { diseaseCode } of currentOpinions(opinions)) {
    if (diseaseCode !== null) categories.add(diseaseCode.slice(0, 3).toUpperCase());
  }
  return categories.size > 1 ? [...categories].toSorted() : [];
}
