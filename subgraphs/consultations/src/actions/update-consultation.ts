/** The requester mends a draft, or a request that was returned. */
import type { ServiceKind, Urgency } from '../domain/consultation-status.ts';
import type { Consultation, RequestChanges } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, requestInput } from './checked-input.ts';
import { takeStep, type StepInput } from './take-step.ts';

export interface UpdateInput extends StepInput {
  readonly kind?: ServiceKind | null;
  readonly urgency?: Urgency | null;
  readonly specialty?: string | null;
  /** null removes it, leaving it out keeps it */
  readonly diseaseCode?: string | null;
  readonly reason?: string | null;
  readonly summary?: string | null;
}

export function updateConsultation(context: ConsultationsContext, input: UpdateInput): Promise<Consultation> {
  check(requestInput, input);
  return takeStep(context, {
    name: 'consultation.update',
    action: 'UPDATE',
    input,
    change: (consultation, occasion) => consultation.update(changesIn(input), occasion),
  });
}

function changesIn({ kind, urgency, specialty, diseaseCode, reason, summary }: UpdateInput): RequestChanges {
  return {
    ...(kind && { kind }),
    ...(urgency && { urgency }),
    ...(typeof specialty === 'string' && { specialty }),
    ...(typeof reason === 'string' && { reason }),
    ...(typeof summary === 'string' && { summary }),
    ...(diseaseCode !== undefined && { diseaseCode }),
  };
}
