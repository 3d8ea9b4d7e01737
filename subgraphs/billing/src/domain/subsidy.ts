/** What the government adds for patients of the grassroots: a part of what is left to pay, up to a cap. */
import { larger, percent, roundHalfEven, smaller, yuan } from './money.ts';
import { shareUnits } from './share.ts';

export const institutionLevels = [
  'VILLAGE_CLINIC',
  'TOWNSHIP_CLINIC',
  'COMMUNITY_CENTRE',
  'COUNTY_HOSPITAL',
  'TERTIARY_HOSPITAL',
  'CONSULTATION_CENTRE',
] as const;
export type InstitutionLevel = (typeof institutionLevels)[number];

/** Local policy: who is subsidised, with how much. */
export interface SubsidyRules {
  readonly levels: readonly InstitutionLevel[];
  /** Of the patient's part; between 0 and 10000. */
  readonly rateBasisPoints: number;
  readonly capFen: number;
}

export const defaultSubsidyRules: SubsidyRules = {
  levels: ['VILLAGE_CLINIC', 'TOWNSHIP_CLINIC'],
  rateBasisPoints: 1_000,
  capFen: 5_000,
};

export interface Subsidy {
  readonly fen: bigint;
  readonly because: readonly string[];
}

/** `patientPart` is exact, in 1/10000 fen; the subsidy is rounded here, once. */
export function subsidyFor(patientPart: bigint, level: InstitutionLevel, rules: SubsidyRules): Subsidy {
  if (!rules.levels.includes(level)) return { fen: 0n, because: [] };
  const exact = patientPart * BigInt(rules.rateBasisPoints);
  const fen = smaller(roundHalfEven(exact, shareUnits * shareUnits), larger(0n, BigInt(rules.capFen)));
  const because = `基层财政补贴：个人部分的 ${percent(rules.rateBasisPoints)}，封顶 ${yuan(rules.capFen)} → ${yuan(fen)}`;
  return { fen, because: [because] };
}
