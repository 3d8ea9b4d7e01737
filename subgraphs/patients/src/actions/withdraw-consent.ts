/** A requesting doctor of the managing institution, or the patient, takes a consent back at any time; a second time changes nothing. */
import { allow, found } from '@huizhen/platform/access/allow';
import type { Consent } from '../domain/consent.ts';
import { mayChangeConsent } from '../domain/patient-policy.ts';
import { isUuid } from '../domain/is-uuid.ts';
import type { PatientsContext } from '../store/patients.store.ts';

export async function withdrawConsent(context: PatientsContext, id: string): Promise<Consent> {
  const viewer = context.signedIn();
  return context.transact(async ({ consents, audit, events }) => {
    const consent = found(isUuid(id) ? await consents.byId(id) : null, 'consent.withdraw', id);
    const { patientId, institutionId, purpose } = consent;
    allow(mayChangeConsent(viewer, { id: patientId, institutionId }), 'consent.withdraw', { id, patientId });
    const withdrawnAt = context.clock.now();
    if (await consents.withdraw(id, withdrawnAt)) {
      consent.withdrawnAt = withdrawnAt;
      audit.record('consent.withdraw', { id, patientId });
      events.publish('patient.consent-withdrawn', { consentId: id, patientId, purpose });
    }
    return consent;
  });
}
