/** What a consultation is charged by, as the other subgraphs know it, and the price that follows. */
import { defaultPaymentRules, quoteFee } from './fee-quote.ts';
import type { FeeQuote } from './fee-quote.ts';
import { feeFen } from './fee-schedule.ts';
import { NoFeeInForce } from './invoice-errors.ts';
import type { ProfessionalTitle, ServiceKind } from './service.ts';
import type { InstitutionLevel } from './subsidy.ts';
import { coverageLeft, insuranceRulesOf } from './yearly-insurance.ts';
import type { InsuranceUsage, YearlyCoverage } from './yearly-insurance.ts';

export interface Terms {
  readonly kind: ServiceKind;
  readonly expertTitle: ProfessionalTitle;
  /** The level of the institution that asks. */
  readonly institutionLevel: InstitutionLevel;
  readonly coverage: YearlyCoverage | null;
  /** The day of the service: it decides the fee schedule and the insurance year. */
  readonly on: Date;
}

export interface Charge {
  readonly consultationId: string;
  readonly patientId: string;
  readonly institutionId: string;
  readonly expertIds: readonly string[];
  readonly terms: Terms;
}

export function priceOf(terms: Terms, usage: InsuranceUsage): FeeQuote {
  const fee = feeFen(terms);
  if (fee === null) throw new NoFeeInForce();
  const { kind, expertTitle, institutionLevel } = terms;
  const service = { feeFen: fee, kind, expertTitle, institutionLevel, coverage: coverageLeft(terms.coverage, usage) };
  return quoteFee(service, { ...defaultPaymentRules, insurance: insuranceRulesOf(terms.coverage) });
}
