/** Who pays what of a fee: insurance, subsidy and the patient, always adding up to it. */
import { inChinese, type FeeReason } from './fee-reason.ts';
import { defaultInsuranceRules, insuredShare } from './insurance.ts';
import type { Coverage, InsuranceRules } from './insurance.ts';
import { roundHalfEven, smaller } from './money.ts';
import type { ProfessionalTitle, ServiceKind } from './service.ts';
import { shareUnits } from './share.ts';
import { defaultSubsidyRules, subsidyFor } from './subsidy.ts';
import type { InstitutionLevel, SubsidyRules } from './subsidy.ts';

export interface QuotedService {
  readonly feeFen: number;
  readonly kind: ServiceKind;
  readonly expertTitle: ProfessionalTitle;
  readonly coverage: Coverage | null;
  /** The level of the institution that asks. */
  readonly institutionLevel: InstitutionLevel;
}

export interface PaymentRules {
  readonly insurance: InsuranceRules;
  readonly subsidy: SubsidyRules;
}

export const defaultPaymentRules: PaymentRules = { insurance: defaultInsuranceRules, subsidy: defaultSubsidyRules };

export interface FeeQuote {
  readonly feeFen: number;
  readonly insuredFen: number;
  readonly subsidyFen: number;
  readonly patientFen: number;
  /** The part of the patient's own payment that counts towards the year's deductible. */
  readonly deductibleFen: number;
  readonly reasons: readonly FeeReason[];
  /** The reasons in Chinese words. */
  readonly because: readonly string[];
}

/** Insurance and subsidy are each rounded once, from exact figures; the patient pays the rest. */
export function quoteFee(service: QuotedService, rules: PaymentRules = defaultPaymentRules): FeeQuote {
  const fee = BigInt(service.feeFen);
  const share = insuredShare(service, rules.insurance);
  const insured = roundHalfEven(share.exact, shareUnits);
  const subsidy = subsidyFor(fee * shareUnits - share.exact, service.institutionLevel, rules.subsidy);
  // Both may have been rounded up from one half: together they still never exceed the fee.
  const subsidised = smaller(subsidy.fen, fee - insured);
  const patient = fee - insured - subsidised;
  const { feeFen, kind, expertTitle: title } = service;
  const reasons: readonly FeeReason[] = [
    { code: 'FEE', amountFen: feeFen, kind, title },
    ...share.reasons,
    ...subsidy.reasons,
    { code: 'PATIENT_PART', amountFen: Number(patient) },
  ];
  return {
    feeFen,
    insuredFen: Number(insured),
    subsidyFen: Number(subsidised),
    patientFen: Number(patient),
    deductibleFen: Number(share.deductible),
    reasons,
    because: reasons.map(inChinese),
  };
}
