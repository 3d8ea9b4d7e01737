/** Matching over a hundred thousand experts in memory, spread over specialties and all in one. */
import type { Candidate } from '../../subgraphs/experts/src/domain/candidate.ts';
import { ExpertIndex } from '../../subgraphs/experts/src/domain/expert-index.ts';
import { percentile } from './load.ts';
import type { Measured } from './measured.ts';

const EXPERTS = 100_000;
const ROUNDS = 200;
const SPECIALTIES = 30;
const CODES = ['I10', 'I25', 'I48', 'E11', 'J44', 'C34', 'G40', 'K21', 'N18', 'M05'];
const TITLES = ['CHIEF_PHYSICIAN', 'ASSOCIATE_CHIEF_PHYSICIAN', 'ATTENDING_PHYSICIAN'] as const;

export function measureMatching(): Promise<Measured> {
  return Promise.resolve({
    title: `Matching over ${EXPERTS} experts, ${ROUNDS} rounds`,
    how: 'The index of experts in memory, asked for the best three.',
    rows: [row('spread over 30 specialties', SPECIALTIES), row('all in one specialty', 1)],
  });
}

function row(spread: string, specialties: number) {
  const index = new ExpertIndex();
  for (let n = 0; n < EXPERTS; n += 1) index.upsert(candidate(n, specialties));
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const begun = performance.now();
    index.match({
      specialty: `专科${n % specialties}`,
      diseaseCode: CODES[n % CODES.length] ?? null,
      urgency: n % 2 === 0 ? 'URGENT' : 'CRITICAL',
      agreements: null,
      first: 3,
      now: new Date(),
    });
    times.push(performance.now() - begun);
  }
  return { experts: spread, 'p50 ms': percentile(times, 50), 'p95 ms': percentile(times, 95), aim: 'p95 ≤ 20' };
}

function candidate(n: number, specialties: number): Candidate {
  return {
    id: `expert-${n}`,
    institutionId: `institution-${n % 100}`,
    title: TITLES[n % TITLES.length] ?? 'CHIEF_PHYSICIAN',
    specialties: [`专科${n % specialties}`],
    expertise: [CODES[n % CODES.length] ?? 'I10', CODES[(n * 7) % CODES.length] ?? 'I25'],
    yearsOfExperience: n % 40,
    averageResponseMinutes: n % 30,
    online: n % 3 !== 0,
    shifts: [],
    openConsultations: n % 5,
    recentAssignments: n % 9,
    wrongSpecialtyBounces: n % 2,
  };
}
