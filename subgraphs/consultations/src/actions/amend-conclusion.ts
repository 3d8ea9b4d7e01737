/** After completion the requester adds to the conclusion; what was concluded stays readable above it. */
import { Forbidden } from '@huizhen/platform/errors/expected-errors';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, conclusionInput } from './checked-input.ts';
import type { ConclusionInput } from './complete-consultation.ts';
import { takeStep } from './take-step.ts';

export function amendConclusion(context: ConsultationsContext, input: ConclusionInput): Promise<Consultation> {
  check(conclusionInput, input);
  return takeStep(context, {
    name: 'consultation.amend-conclusion',
    action: 'AMEND',
    input,
    change: (consultation, occasion) => {
      if (!occasion.by.kinds.includes('requester'))
        throw new Forbidden('The conclusion is the requester’s own: amend your opinion with amendOpinion instead.');
      consultation.amendConclusion(input.conclusion, occasion);
    },
  });
}
