/** The requester concludes, and is liable for the conclusion; at least one opinion must be signed. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, conclusionInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export interface ConclusionInput extends StepInput {
  readonly conclusion: string;
}

export function completeConsultation(context: ConsultationsContext, input: ConclusionInput): Promise<Consultation> {
  check(conclusionInput, input);
  return takeStep(context, {
    name: 'consultation.complete',
    action: 'COMPLETE',
    input,
    change: (consultation, occasion) => consultation.complete(input.conclusion, occasion),
  });
}
