/** An invited expert declines with a reason; when nobody is left who might answer, the coordinator has it again. */
import type { DeclineReason } from '../domain/consultation-status.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { expertIdOf } from './expert-id-of.ts';
import { takeStep, type StepInput } from './take-step.ts';

export interface DeclineInput extends StepInput {
  readonly reason: DeclineReason;
}

export function declineInvitation(context: ConsultationsContext, input: DeclineInput): Promise<Consultation> {
  check(stepInput, input);
  const expertId = expertIdOf(context);
  return takeStep(context, {
    name: 'consultation.decline',
    action: 'DECLINE',
    input,
    change: (consultation, occasion) => {
      consultation.decline(expertId, input.reason, occasion);
      consultation.reopen({ ...occasion, note: null });
    },
  });
}
