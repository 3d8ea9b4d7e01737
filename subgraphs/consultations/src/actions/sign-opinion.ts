/** An expert who accepted signs an opinion; signing again adds a version beside the old. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, opinionInput } from './checked-input.ts';
import { expertIdOf } from './expert-id-of.ts';
import { takeStep, type StepInput } from './take-step.ts';

export interface OpinionInput extends StepInput {
  readonly diagnosis: string;
  readonly diseaseCode?: string | null;
  readonly advice: string;
}

export function signOpinion(context: ConsultationsContext, input: OpinionInput): Promise<Consultation> {
  check(opinionInput, input);
  const expertId = expertIdOf(context);
  const { diagnosis, advice, diseaseCode = null } = input;
  return takeStep(context, {
    name: 'consultation.sign-opinion',
    action: 'SIGN_OPINION',
    input,
    change: (consultation, occasion) =>
      consultation.signOpinion(expertId, { diagnosis, diseaseCode, advice }, occasion),
  });
}
