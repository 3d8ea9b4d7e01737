/** Gathers what a consultation is charged by; asked before any transaction is opened. */
import type { Charge } from '../domain/charge.ts';
import { highestTitle } from '../domain/service.ts';
import type { BillingContext } from '../store/billing.store.ts';
import { askConsultationFacts } from './ask-consultation-facts.ts';
import { askCoverage } from './ask-coverage.ts';
import { askExpertTitles } from './ask-expert-titles.ts';
import { askInstitutionLevel } from './ask-institution-level.ts';

/** Null when there is nothing to charge: it was cancelled, or nobody holds an accepted invitation any more. */
export async function askCharge(context: BillingContext, consultationId: string, on: Date): Promise<Charge | null> {
  const facts = await askConsultationFacts(context, consultationId);
  if (facts === null || facts.status === 'CANCELLED') return null;
  const { patientId, institutionId, kind, acceptedExpertIds: expertIds } = facts;
  if (expertIds.length === 0) return null;
  // Several experts are one service: it costs what the highest title costs.
  const expertTitle = highestTitle(await askExpertTitles(context, expertIds));
  if (expertTitle === null) throw new Error('None of the experts who accepted has a profile, so there is no fee.');
  const institutionLevel = await askInstitutionLevel(context, institutionId);
  const coverage = await askCoverage(context, patientId);
  const terms = { kind, expertTitle, institutionLevel, coverage, on };
  return { consultationId, patientId, institutionId, expertIds, terms };
}
