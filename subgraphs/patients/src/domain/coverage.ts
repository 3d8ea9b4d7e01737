/** A patient's medical insurance: what billing needs to split a fee. Money in integer fen. */

/** 职工医保, 城乡居民医保, 自费 */
export const insuranceSchemes = ['EMPLOYEE', 'RESIDENT', 'SELF_PAY'] as const;
export type InsuranceScheme = (typeof insuranceSchemes)[number];

export interface CoverageTerms {
  readonly scheme: InsuranceScheme;
  readonly active: boolean;
  /** 7000 is 70 %. */
  readonly rateBasisPoints: number;
  readonly capPerVisitFen: number;
  readonly deductibleRemainingFen: number;
  readonly annualRemainingFen: number;
}

export class Coverage implements CoverageTerms {
  patientId!: string;
  institutionId!: string;
  scheme!: InsuranceScheme;
  active!: boolean;
  rateBasisPoints!: number;
  capPerVisitFen!: number;
  deductibleRemainingFen!: number;
  annualRemainingFen!: number;
}

const nothing = { rateBasisPoints: 0, capPerVisitFen: 0, deductibleRemainingFen: 0, annualRemainingFen: 0 };

/** At the year's start: 70 % up to 200 yuan a visit are usual for remote consultation; who pays alone has none of it. */
export const usualTerms: Readonly<Record<InsuranceScheme, CoverageTerms>> = {
  EMPLOYEE: {
    scheme: 'EMPLOYEE',
    active: true,
    rateBasisPoints: 8_000,
    capPerVisitFen: 20_000,
    deductibleRemainingFen: 0,
    annualRemainingFen: 500_000,
  },
  RESIDENT: {
    scheme: 'RESIDENT',
    active: true,
    rateBasisPoints: 7_000,
    capPerVisitFen: 20_000,
    deductibleRemainingFen: 0,
    annualRemainingFen: 300_000,
  },
  SELF_PAY: { scheme: 'SELF_PAY', active: false, ...nothing },
};
