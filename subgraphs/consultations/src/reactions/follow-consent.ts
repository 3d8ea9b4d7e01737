/** What the patient's consent means for the patient's open consultations; asked anew, because another consent may hold. */
import { takeOwnStep } from '../actions/take-own-step.ts';
import type { Occasion } from '../domain/actor.ts';
import type { Consultation } from '../domain/consultation.ts';
import { consentInForce } from '../queries/peer-facts.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export interface ConsentStep {
  readonly patientId: string;
  /** Whether the step is for a consent that holds now, or for one that does not. */
  readonly when: boolean;
  /** In the access log. */
  readonly name: string;
  readonly mark: (consultation: Consultation, occasion: Occasion) => void;
}

export async function followConsent(context: ConsultationsContext, step: ConsentStep): Promise<void> {
  const { patientId, when, name, mark } = step;
  if ((await consentInForce(context, patientId)) !== when) return;
  for (const consultationId of await context.transact(({ cases }) => cases.openOfPatient(patientId)))
    await takeOwnStep(context, { name, consultationId, change: mark });
}
