/** One year of a patient's insurance: the insurer's figures at its start, less what bills of this platform have used since. */
import { defaultInsuranceRules } from './insurance.ts';
import type { Coverage, InsuranceRules } from './insurance.ts';

/** What the patients subgraph knows from the insurer. The remaining figures are those at the start of the year. */
export interface YearlyCoverage {
  readonly active: boolean;
  readonly rateBasisPoints: number;
  readonly capPerVisitFen: number;
  readonly deductibleRemainingFen: number;
  readonly annualRemainingFen: number;
}

/** What issued bills have used of one patient's year. */
export interface InsuranceUsage {
  readonly deductibleFen: number;
  readonly insuredFen: number;
}

export const nothingUsed: InsuranceUsage = { deductibleFen: 0, insuredFen: 0 };

const chinaStandardTimeMs = 8 * 3_600_000;

/** The insurance year is the calendar year in China, which has one time zone and no summer time. */
export function insuranceYear(at: Date): number {
  return new Date(at.getTime() + chinaStandardTimeMs).getUTCFullYear();
}

export function coverageLeft(coverage: YearlyCoverage | null, usage: InsuranceUsage): Coverage | null {
  if (coverage === null) return null;
  return {
    active: coverage.active,
    deductibleLeftFen: Math.max(0, coverage.deductibleRemainingFen - usage.deductibleFen),
    annualLimitLeftFen: Math.max(0, coverage.annualRemainingFen - usage.insuredFen),
    balanceFen: null,
  };
}

/** Rate and cap are the scheme's own; which kinds are covered is the platform's rule. */
export function insuranceRulesOf(coverage: YearlyCoverage | null): InsuranceRules {
  if (coverage === null) return defaultInsuranceRules;
  const { rateBasisPoints, capPerVisitFen } = coverage;
  return { ...defaultInsuranceRules, rateBasisPoints, capPerVisitFen };
}
