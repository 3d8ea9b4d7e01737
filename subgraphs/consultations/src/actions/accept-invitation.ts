/** An invited expert takes the case on; of several who try at once, the first gets the only seat. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { expertIdOf } from './expert-id-of.ts';
import { takeStep, type StepInput } from './take-step.ts';

export function acceptInvitation(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  const expertId = expertIdOf(context);
  return takeStep(context, {
    name: 'consultation.accept',
    action: 'ACCEPT',
    input,
    change: (consultation, occasion) => consultation.accept(expertId, occasion),
  });
}
