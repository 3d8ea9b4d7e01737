/** The coordinator gives a request back to its requester; the note says what is missing. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export function returnConsultation(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  return takeStep(context, {
    name: 'consultation.return',
    action: 'RETURN',
    input,
    change: (consultation, occasion) => consultation.return(occasion),
  });
}
