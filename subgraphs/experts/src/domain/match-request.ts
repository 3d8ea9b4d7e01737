/** What is asked of the matcher. */
import { closeness, closenesses, icd10Entry } from './icd10.ts';
import type { Closeness, Icd10Entry } from './icd10.ts';
import type { PreparedCandidate } from './candidate.ts';
import type { Urgency } from './urgency.ts';

export interface MatchRequest {
  readonly specialty: string;
  readonly diseaseCode: string | null;
  readonly urgency: Urgency;
  /** Experts' institutions that the asking one has an agreement with; null when nobody in particular asks. */
  readonly agreements: ReadonlySet<string> | null;
  /** Already invited, or declined: not proposed again. */
  readonly excluding?: ReadonlySet<string>;
  readonly first: number;
  readonly now: Date;
}

/** The request with its disease placed in ICD-10. */
export interface PreparedRequest extends MatchRequest {
  readonly disease: Icd10Entry | null;
}

export function prepareRequest(request: MatchRequest): PreparedRequest {
  return { ...request, disease: request.diseaseCode === null ? null : icd10Entry(request.diseaseCode) };
}

/** The candidate's expertise nearest to the disease. */
export function nearestExpertise({ scope }: PreparedCandidate, { disease }: PreparedRequest): Nearest {
  let nearest: Nearest = unrelated;
  if (disease === null) return nearest;
  for (const entry of scope) {
    const found = closeness(entry, disease);
    if (closenesses.indexOf(found) < closenesses.indexOf(nearest.closeness)) nearest = { closeness: found, entry };
    if (found === 'EXACT') break;
  }
  return nearest;
}

export interface Nearest {
  readonly closeness: Closeness;
  readonly entry: Icd10Entry | null;
}
const unrelated: Nearest = { closeness: 'NONE', entry: null };
