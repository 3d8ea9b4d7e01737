/** What the insurance pays of one visit: min(fee × rate, cap), after the deductible, within the year's limit and the balance. */
import { larger, percent, roundHalfEven, smaller, yuan } from './money.ts';
import { kindLabels } from './service.ts';
import type { ServiceKind } from './service.ts';
import { nothing, shareUnits } from './share.ts';
import type { Share } from './share.ts';

export interface InsuranceRules {
  /** 7000 is 70%; between 0 and 10000. */
  readonly rateBasisPoints: number;
  readonly capPerVisitFen: number;
  readonly coveredKinds: readonly ServiceKind[];
}

/** The kinds of remote consultation; diagnosis and follow-up are not remote consultations. */
export const defaultInsuranceRules: InsuranceRules = {
  rateBasisPoints: 7_000,
  capPerVisitFen: 20_000,
  coveredKinds: ['CONSULTATION', 'MULTIDISCIPLINARY', 'EMERGENCY'],
};

/** The patient's insurance as it stands; null means that there is no such bound. */
export interface Coverage {
  readonly active: boolean;
  readonly deductibleLeftFen: number;
  readonly annualLimitLeftFen: number | null;
  readonly balanceFen: number | null;
}

export interface InsuredVisit {
  readonly feeFen: number;
  readonly kind: ServiceKind;
  readonly coverage: Coverage | null;
}

export interface InsuredShare extends Share {
  /** What of the year's deductible this visit uses up. */
  readonly deductible: bigint;
}

export function insuredShare({ feeFen, kind, coverage }: InsuredVisit, rules: InsuranceRules): InsuredShare {
  if (coverage === null || !coverage.active) return uninsured(`未参保或医保未生效，医保支付 ${yuan(0)}`);
  if (!rules.coveredKinds.includes(kind)) return uninsured(`${kindLabels[kind]}不在医保支付范围，医保支付 ${yuan(0)}`);
  const { own, base, because } = afterDeductible(feeFen, coverage);
  const share = capped(base * BigInt(rules.rateBasisPoints), rules);
  const bounded = boundsOf(coverage).reduce(withinBound, share);
  return { exact: bounded.exact, because: [...because, ...bounded.because], deductible: own };
}

function uninsured(because: string): InsuredShare {
  return { ...nothing(because), deductible: 0n };
}

function afterDeductible(feeFen: number, { deductibleLeftFen }: Coverage) {
  const fee = BigInt(feeFen);
  const own = smaller(fee, larger(0n, BigInt(deductibleLeftFen)));
  const base = fee - own;
  const because =
    own > 0n ? [`起付线尚余 ${yuan(deductibleLeftFen)}，个人先付 ${yuan(own)}，报销基数 ${yuan(base)}`] : [];
  return { own, base, because };
}

function capped(exact: bigint, { rateBasisPoints, capPerVisitFen }: InsuranceRules): Share {
  const cap = larger(0n, BigInt(capPerVisitFen)) * shareUnits;
  const paid = smaller(exact, cap);
  const rate = `医保报销 ${percent(rateBasisPoints)} 即 ${inYuan(exact)}`;
  return { exact: paid, because: [`${rate}，单次封顶 ${yuan(capPerVisitFen)} → ${inYuan(paid)}`] };
}

interface Bound {
  readonly name: string;
  readonly fen: number | null;
}

function boundsOf(coverage: Coverage): Bound[] {
  return [
    { name: '本年度报销限额', fen: coverage.annualLimitLeftFen },
    { name: '医保账户', fen: coverage.balanceFen },
  ];
}

/** Tells only of a bound that bites. */
function withinBound(share: Share, { name, fen }: Bound): Share {
  if (fen === null) return share;
  const bound = larger(0n, BigInt(fen));
  if (share.exact <= bound * shareUnits) return share;
  return {
    exact: bound * shareUnits,
    because: [...share.because, `${name}余 ${yuan(bound)}，医保支付 ${yuan(bound)}`],
  };
}

function inYuan(exact: bigint): string {
  return yuan(roundHalfEven(exact, shareUnits));
}
