/** Dr Wang of the seed, and others who differ in one thing. */
import type { Candidate } from '../../src/domain/candidate.ts';
import { ExpertIndex } from '../../src/domain/expert-index.ts';
import type { MatchRequest } from '../../src/domain/match-request.ts';

export const now = new Date('2026-05-04T20:00:00Z');
export const thisNight = { from: new Date('2026-05-04T12:00:00Z'), to: new Date('2026-05-05T00:00:00Z') };

export const wang: Candidate = {
  id: 'wang',
  institutionId: 'hospital',
  title: 'CHIEF_PHYSICIAN',
  specialties: ['心血管内科'],
  expertise: ['I10', 'I25'],
  yearsOfExperience: 20,
  averageResponseMinutes: 8,
  online: true,
  shifts: [],
  openConsultations: 0,
  recentAssignments: 0,
  wrongSpecialtyBounces: 0,
};

export const like = (id: string, changes: Partial<Candidate>): Candidate => ({ ...wang, id, ...changes });

export const request: MatchRequest = {
  specialty: '心血管内科',
  diseaseCode: 'I10.x00',
  urgency: 'ROUTINE',
  agreements: null,
  first: 3,
  now,
};

export function indexOf(...candidates: Candidate[]): ExpertIndex {
  const index = new ExpertIndex();
  for (const candidate of candidates) index.upsert(candidate);
  return index;
}

/** Who is proposed, best first. */
export function proposed(candidates: Candidate[], changes: Partial<MatchRequest> = {}): string[] {
  return indexOf(...candidates)
    .match({ ...request, ...changes })
    .map(({ expertId }) => expertId);
}
