/** After completion the expert adds a new version of the own opinion; the old one stays beside it. */
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, opinionInput } from './checked-input.ts';
import { expertIdOf } from './expert-id-of.ts';
import type { OpinionInput } from './sign-opinion.ts';
import { takeStep } from './take-step.ts';

export function amendOpinion(context: ConsultationsContext, input: OpinionInput): Promise<Consultation> {
  check(opinionInput, input);
  const expertId = expertIdOf(context);
  const { diagnosis, advice, diseaseCode = null } = input;
  return takeStep(context, {
    name: 'consultation.amend-opinion',
    action: 'AMEND',
    input,
    change: (consultation, occasion) =>
      consultation.amendOpinion(expertId, { diagnosis, diseaseCode, advice }, occasion),
  });
}
