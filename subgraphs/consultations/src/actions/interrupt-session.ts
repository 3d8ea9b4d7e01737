/** Somebody in the session, or the coordinator, notes that it broke off; it can be resumed or ended. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export function interruptSession(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  return takeStep(context, {
    name: 'consultation.interrupt',
    action: 'INTERRUPT',
    input,
    change: (consultation, occasion) => consultation.interrupt(occasion),
  });
}
