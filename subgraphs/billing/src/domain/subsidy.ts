/** What the government adds for patients of the grassroots: a part of what is left to pay, up to a cap. */
import type { FeeReason } from './fee-reason.ts';
import { larger, roundHalfEven, smaller } from './money.ts';
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
  readonly reasons: readonly FeeReason[];
}

/** `patientPart` is exact, in 1/10000 fen; the subsidy is rounded here, once. */
export function subsidyFor(patientPart: bigint, level: InstitutionLevel, rules: SubsidyRules): Subsidy {
  if (!rules.levels.includes(level)) return { fen: 0n, reasons: [] };
  const exact = patientPart * BigInt(rules.rateBasisPoints);
  const fen = smaller(roundHalfEven(exact, shareUnits * shareUnits), larger(0n, BigInt(rules.capFen)));
  const { rateBasisPoints, capFen } = rules;
  return { fen, reasons: [{ code: 'SUBSIDY', amountFen: Number(fen), rateBasisPoints, limitFen: capFen }] };
}
