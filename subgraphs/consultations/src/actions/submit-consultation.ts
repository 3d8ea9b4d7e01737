/** The requester submits the request for review, complete, consented to and under an agreement in force. */
import type { Consultation } from '../domain/consultation.ts';
import { requestFacts } from '../queries/request-facts.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, stepInput } from './checked-input.ts';
import { lookBeforeStep } from './load-for-step.ts';
import { takeStep, type StepInput } from './take-step.ts';

const step = { name: 'consultation.submit', action: 'SUBMIT' } as const;

export async function submitConsultation(context: ConsultationsContext, input: StepInput): Promise<Consultation> {
  check(stepInput, input);
  const { consultationId } = input;
  const facts = await requestFacts(context, await lookBeforeStep(context, { ...step, consultationId }));
  return takeStep(context, {
    ...step,
    input,
    change: (consultation, occasion) => consultation.submit(facts, occasion),
  });
}
