/** The interrupted session goes on. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export function resumeSession(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  return takeStep(context, {
    name: 'consultation.resume',
    action: 'RESUME',
    input,
    change: (consultation, occasion) => consultation.resume(occasion),
  });
}
