/** Before acceptance the requester cancels, afterwards the coordinator, who says why. */
import type { CloseReason } from '../domain/consultation-status.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export interface CancelInput extends StepInput {
  readonly closeReason: CloseReason | null;
}

export function cancelConsultation(context: ConsultationsContext, input: CancelInput): Promise<Consultation> {
  check(stepInput, input);
  return takeStep(context, {
    name: 'consultation.cancel',
    action: 'CANCEL',
    input,
    change: (consultation, occasion) => consultation.cancel(input.closeReason, occasion),
  });
}
