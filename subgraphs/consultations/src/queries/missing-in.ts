/** What a request lacks, for those who may submit it now: the same rule as at submission. */
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';
import { missingItems } from '../domain/completeness.ts';
import { availableActions } from '../domain/consultation-policy.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { requestFacts } from './request-facts.ts';

export async function missingIn(
  context: ConsultationsContext,
  consultation: Consultation,
): Promise<FieldFault[] | null> {
  if (!availableActions(context.viewer, consultation).includes('SUBMIT')) return null;
  return missingItems(consultation, await requestFacts(context, consultation));
}
