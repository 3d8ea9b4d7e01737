/** The experts in memory, by specialty, kept up to date one by one: matching looks only at those who could answer. */
import type { Candidate, PreparedCandidate } from './candidate.ts';
import { matchExperts } from './expert-matching.ts';
import type { ExpertMatch } from './expert-matching.ts';
import type { MatchRequest } from './match-request.ts';
import { prepareCandidate } from './prepare-candidate.ts';

export class ExpertIndex {
  private readonly candidates = new Map<string, PreparedCandidate>();
  private readonly bySpecialty = new Map<string, Map<string, PreparedCandidate>>();

  get size(): number {
    return this.candidates.size;
  }

  get(expertId: string): Candidate | undefined {
    return this.candidates.get(expertId);
  }

  upsert(candidate: Candidate): void {
    this.remove(candidate.id);
    const prepared = prepareCandidate(candidate);
    this.candidates.set(prepared.id, prepared);
    for (const specialty of prepared.specialties) this.ofSpecialty(specialty).set(prepared.id, prepared);
  }

  remove(expertId: string): void {
    for (const specialty of this.candidates.get(expertId)?.specialties ?? []) {
      this.bySpecialty.get(specialty)?.delete(expertId);
    }
    this.candidates.delete(expertId);
  }

  match(request: MatchRequest): ExpertMatch[] {
    return matchExperts(request, this.bySpecialty.get(request.specialty)?.values() ?? []);
  }

  private ofSpecialty(specialty: string): Map<string, PreparedCandidate> {
    const known = this.bySpecialty.get(specialty) ?? new Map<string, PreparedCandidate>();
    this.bySpecialty.set(specialty, known);
    return known;
  }
}
