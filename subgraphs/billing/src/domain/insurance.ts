/** What the insurance pays of one visit: min(fee × rate, cap), after the deductible, within the year's limit and the balance. */
import type { FeeReason } from './fee-reason.ts';
import { larger, roundHalfEven, smaller } from './money.ts';
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
  if (coverage === null || !coverage.active) return uninsured({ code: 'NOT_INSURED', amountFen: 0 });
  if (!rules.coveredKinds.includes(kind)) return uninsured({ code: 'KIND_NOT_COVERED', kind, amountFen: 0 });
  const { own, base, reasons } = afterDeductible(feeFen, coverage);
  const share = capped(base * BigInt(rules.rateBasisPoints), rules);
  const bounded = boundsOf(coverage).reduce(withinBound, share);
  return { exact: bounded.exact, reasons: [...reasons, ...bounded.reasons], deductible: own };
}

function uninsured(because: FeeReason): InsuredShare {
  return { ...nothing(because), deductible: 0n };
}

function afterDeductible(feeFen: number, { deductibleLeftFen }: Coverage) {
  const fee = BigInt(feeFen);
  const own = smaller(fee, larger(0n, BigInt(deductibleLeftFen)));
  const base = fee - own;
  const reason = {
    code: 'DEDUCTIBLE',
    amountFen: Number(own),
    limitFen: deductibleLeftFen,
    restFen: Number(base),
  } as const;
  const reasons: readonly FeeReason[] = own > 0n ? [reason] : [];
  return { own, base, reasons };
}

function capped(exact: bigint, { rateBasisPoints, capPerVisitFen }: InsuranceRules): Share {
  const cap = larger(0n, BigInt(capPerVisitFen)) * shareUnits;
  const paid = smaller(exact, cap);
  const figures = { amountFen: inFen(paid), unlimitedFen: inFen(exact), limitFen: capPerVisitFen };
  return { exact: paid, reasons: [{ code: 'INSURANCE_RATE', rateBasisPoints, ...figures }] };
}

interface Bound {
  readonly code: 'ANNUAL_LIMIT' | 'ACCOUNT_BALANCE';
  readonly fen: number | null;
}

function boundsOf(coverage: Coverage): Bound[] {
  return [
    { code: 'ANNUAL_LIMIT', fen: coverage.annualLimitLeftFen },
    { code: 'ACCOUNT_BALANCE', fen: coverage.balanceFen },
  ];
}

/** Tells only of a bound that bites. */
function withinBound(share: Share, { code, fen }: Bound): Share {
  if (fen === null) return share;
  const bound = Math.max(0, fen);
  const exact = BigInt(bound) * shareUnits;
  if (share.exact <= exact) return share;
  return { exact, reasons: [...share.reasons, { code, limitFen: bound, amountFen: bound }] };
}

function inFen(exact: bigint): number {
  return Number(roundHalfEven(exact, shareUnits));
}
