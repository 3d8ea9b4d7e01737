/** From the withdrawal or the end of the patient's consent on, experts see the patient's open consultations no longer. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { followConsent } from './follow-consent.ts';

export const markConsentWithdrawnWhenConsentOver: Reaction<ConsultationsContext> = {
  name: 'mark-consent-withdrawn-when-consent-over',
  on: ['patient.consent-withdrawn', 'patient.consent-ended'],
  async run(context, { type, payload }) {
    if (type !== 'patient.consent-withdrawn' && type !== 'patient.consent-ended') return;
    if (payload.purpose !== 'REMOTE_CONSULTATION') return;
    await followConsent(context, {
      patientId: payload.patientId,
      when: false,
      name: 'consultation.withdraw-consent',
      mark: (consultation, occasion) => consultation.markConsentWithdrawn(occasion),
    });
  },
};
