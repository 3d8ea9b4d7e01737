/** What a service would cost one patient today, for those who would see the bill. */
import { allow, found } from '@huizhen/platform/access/allow';
import { priceOf, type Terms } from '../domain/charge.ts';
import type { FeeQuote } from '../domain/fee-quote.ts';
import { mayQuoteFee } from '../domain/invoice-policy.ts';
import { insuranceYear } from '../domain/yearly-insurance.ts';
import { askCoverage } from '../peers/ask-coverage.ts';
import { askInstitutionLevel } from '../peers/ask-institution-level.ts';
import { askInstitutionOfPatient } from '../peers/ask-institution-of-patient.ts';
import type { BillingContext } from '../store/billing.store.ts';

export interface QuoteRequest extends Pick<Terms, 'kind' | 'expertTitle'> {
  readonly patientId: string;
}

export async function quoteForPatient(context: BillingContext, request: QuoteRequest): Promise<FeeQuote> {
  const institutionId = await permittedInstitution(context, request.patientId);
  const institutionLevel = await askInstitutionLevel(context, institutionId);
  const coverage = await askCoverage(context, request.patientId);
  const on = context.clock.now();
  const { kind, expertTitle, patientId } = request;
  const year = { patientId, year: insuranceYear(on) };
  const used = await context.asService((own) => own.read(({ insuranceUsage }) => insuranceUsage.of(year)));
  return priceOf({ kind, expertTitle, institutionLevel, coverage, on }, used);
}

async function permittedInstitution(context: BillingContext, patientId: string): Promise<string> {
  const viewer = context.signedIn();
  const known = await askInstitutionOfPatient(context, patientId);
  return context.read(async ({ audit }) => {
    const institutionId = found(known, 'fee.quote', patientId);
    allow(mayQuoteFee(viewer, { institutionId, patientId }), 'fee.quote', { id: patientId, patientId });
    audit.read('fee.quote', [{ id: patientId, patientId }]);
    return institutionId;
  });
}
