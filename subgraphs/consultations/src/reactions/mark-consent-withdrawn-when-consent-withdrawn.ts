/** From the withdrawal of the patient's consent on, experts see the patient's open consultations no longer. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { followConsent } from './follow-consent.ts';

export const markConsentWithdrawnWhenConsentWithdrawn: Reaction<ConsultationsContext> = {
  name: 'mark-consent-withdrawn-when-consent-withdrawn',
  on: ['patient.consent-withdrawn'],
  async run(context, { type, payload }) {
    if (type !== 'patient.consent-withdrawn' || payload.purpose !== 'REMOTE_CONSULTATION') return;
    await followConsent(context, {
      patientId: payload.patientId,
      when: false,
      name: 'consultation.withdraw-consent',
      mark: (consultation, occasion) => consultation.markConsentWithdrawn(occasion),
    });
  },
};
