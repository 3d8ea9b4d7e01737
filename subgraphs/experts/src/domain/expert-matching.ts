/** Who should answer: a hard filter, a score that explains itself, and the best few by a bounded heap. */
import { isOnDuty } from './candidate.ts';
import type { PreparedCandidate } from './candidate.ts';
import { nearestExpertise, prepareRequest } from './match-request.ts';
import type { MatchRequest, PreparedRequest } from './match-request.ts';
import { mostOfMomentAndDisease, scoreFactors } from './score-factors.ts';
import { TopRanked } from './top-ranked.ts';

export interface ScorePart {
  readonly factor: string;
  readonly points: number;
  readonly because: string;
}

export interface ExpertMatch {
  readonly expertId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

interface Scored {
  readonly candidate: PreparedCandidate;
  readonly score: number;
}

type Admission = (candidate: PreparedCandidate, request: PreparedRequest) => boolean;

/** Widened step by step, and only while nobody at all is found: somebody is always better than nobody at night. */
const admissions: readonly Admission[] = [
  (candidate, request) => isReachable(candidate, request) && isRelated(candidate, request),
  (candidate, request) => isPresentOrOnDuty(candidate, request) && isRelated(candidate, request),
  isPresentOrOnDuty,
];

/** `candidates` are those of the wanted specialty (see ExpertIndex); only the winners are explained. */
export function matchExperts(request: MatchRequest, candidates: Iterable<PreparedCandidate>): ExpertMatch[] {
  const prepared = prepareRequest(request);
  const all = [...candidates];
  for (const admits of admissions) {
    const best = bestOf(all, prepared, admits);
    if (best.length > 0) return best.map((scored) => explained(scored, prepared));
  }
  return [];
}

function bestOf(candidates: readonly PreparedCandidate[], request: PreparedRequest, admits: Admission): Scored[] {
  const top = new TopRanked<Scored>(request.first, better);
  for (const candidate of candidates) {
    if (isOutOfReach(candidate, request, top.bar) || !isEligible(candidate, request)) continue;
    if (admits(candidate, request)) top.offer({ candidate, score: scoreOf(candidate, request) });
  }
  return top.bestFirst();
}

/** Even with all points of the moment and the disease below the worst that is kept: most need no closer look. */
function isOutOfReach({ standing }: PreparedCandidate, { urgency }: PreparedRequest, bar: Scored | undefined): boolean {
  // Half a point for the rounding of sums in another order.
  return bar !== undefined && standing[urgency] + mostOfMomentAndDisease + 0.5 < bar.score;
}

/** Equal scores go to whoever had less to do lately, then by id: the same question has the same answer. */
function better(a: Scored, b: Scored): number {
  if (a.score !== b.score) return a.score - b.score;
  const spared = b.candidate.recentAssignments - a.candidate.recentAssignments;
  if (spared !== 0) return spared;
  return a.candidate.id < b.candidate.id ? 1 : -1;
}

function scoreOf(candidate: PreparedCandidate, request: PreparedRequest): number {
  let score = 0;
  for (const factor of scoreFactors) score += factor.points(candidate, request);
  return score;
}

function explained({ candidate, score }: Scored, request: PreparedRequest): ExpertMatch {
  const parts = scoreFactors.map((factor) => ({
    factor: factor.name,
    points: factor.points(candidate, request),
    because: factor.because(candidate, request),
  }));
  return { expertId: candidate.id, score, parts };
}

function isEligible(candidate: PreparedCandidate, request: PreparedRequest): boolean {
  if (!candidate.specialties.includes(request.specialty)) return false;
  if (request.excluding?.has(candidate.id) === true) return false;
  return request.agreements === null || request.agreements.has(candidate.institutionId);
}

/** What is critical cannot wait for somebody to be called in. */
function isReachable(candidate: PreparedCandidate, request: PreparedRequest): boolean {
  return candidate.online || (request.urgency !== 'CRITICAL' && isOnDuty(candidate, request.now));
}

function isPresentOrOnDuty(candidate: PreparedCandidate, request: PreparedRequest): boolean {
  return candidate.online || isOnDuty(candidate, request.now);
}

/** An expert who lists nothing takes the whole specialty. */
function isRelated(candidate: PreparedCandidate, request: PreparedRequest): boolean {
  if (request.disease === null || candidate.scope.length === 0) return true;
  return nearestExpertise(candidate, request).closeness !== 'NONE';
}
