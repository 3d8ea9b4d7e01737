/** The live session ends, and opinions fall due. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export function endSession(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  return takeStep(context, {
    name: 'consultation.end',
    action: 'END',
    input,
    change: (consultation, occasion) => consultation.end(occasion),
  });
}
