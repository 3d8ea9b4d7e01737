/** The coordinator lets a request through to the experts; the response clock starts, stored as a deadline. */
import { responseClockOf } from '../config.ts';
import type { Consultation } from '../domain/consultation.ts';
import { respondBy } from '../domain/response-clock.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export function approveConsultation(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  return takeStep(context, {
    name: 'consultation.approve',
    action: 'APPROVE',
    input,
    change: async (consultation, occasion, { jobs }) => {
      const deadline = respondBy(consultation, occasion.now, responseClockOf(context.settings));
      consultation.approve(deadline, occasion);
      await jobs.schedule('escalate-unanswered', { consultationId: consultation.id }, deadline, consultation.id);
    },
  });
}
