/** The requester or an accepted expert starts the live session. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export function startSession(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  return takeStep(context, {
    name: 'consultation.start',
    action: 'START',
    input,
    change: (consultation, occasion) => consultation.start(occasion),
  });
}
