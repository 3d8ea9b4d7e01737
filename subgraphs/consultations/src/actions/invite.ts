/** Asks experts in the transaction that schedules the end of their time to answer. */
import { responseClockOf } from '../config.ts';
import type { Occasion } from '../domain/actor.ts';
import type { Consultation } from '../domain/consultation.ts';
import { respondBy } from '../domain/response-clock.ts';
import type { ConsultationsContext, ConsultationsUnit } from '../store/consultations.store.ts';

export interface Asking {
  readonly consultation: Consultation;
  readonly expertIds: readonly string[];
  readonly occasion: Occasion;
}

export async function invite(
  { settings }: ConsultationsContext,
  { jobs }: ConsultationsUnit,
  { consultation, expertIds, occasion }: Asking,
): Promise<void> {
  const deadline = respondBy(consultation, occasion.now, responseClockOf(settings));
  for (const { id } of consultation.invite(expertIds, deadline, occasion)) {
    const data = { consultationId: consultation.id, invitationId: id };
    await jobs.schedule('expire-invitation', data, deadline, id);
  }
}
