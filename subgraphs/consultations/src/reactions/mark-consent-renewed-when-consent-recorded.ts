/** A new consent shows the patient's open consultations to their experts again. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { followConsent } from './follow-consent.ts';

export const markConsentRenewedWhenConsentRecorded: Reaction<ConsultationsContext> = {
  name: 'mark-consent-renewed-when-consent-recorded',
  on: ['patient.consent-recorded'],
  async run(context, { type, payload }) {
    if (type !== 'patient.consent-recorded' || payload.purpose !== 'REMOTE_CONSULTATION') return;
    await followConsent(context, {
      patientId: payload.patientId,
      when: true,
      name: 'consultation.renew-consent',
      mark: (consultation, occasion) => consultation.markConsentRenewed(occasion),
    });
  },
};
