/** Works out once what no request changes about an expert. */
import type { Candidate, PreparedCandidate } from './candidate.ts';
import { icd10Entry } from './icd10.ts';
import { standingFactors } from './score-factors.ts';
import type { Urgency } from './urgency.ts';

export function prepareCandidate(candidate: Candidate): PreparedCandidate {
  const standing = { ROUTINE: pointsFor('ROUTINE'), URGENT: pointsFor('URGENT'), CRITICAL: pointsFor('CRITICAL') };
  return { ...candidate, scope: candidate.expertise.map(icd10Entry).filter((entry) => entry !== null), standing };

  function pointsFor(urgency: Urgency): number {
    return standingFactors.reduce((sum, factor) => sum + factor.points(candidate, { urgency }), 0);
  }
}
