/** A consent that was signed until a day is told to have ended on it, so that what rests on it stops as after a withdrawal. */
import type { Job } from '@huizhen/platform/subgraph/define-subgraph';
import { z } from 'zod';
import type { PatientsContext } from '../store/patients.store.ts';

const jobData = z.object({ consentId: z.uuid() });

export const endConsent: Job<PatientsContext> = {
  name: 'end-consent',
  run: (context, data) =>
    context.transact(async ({ consents, events, jobs }) => {
      const { consentId } = jobData.parse(data);
      const consent = await consents.byId(consentId);
      if (!consent?.validUntil || consent.withdrawnAt !== null) return;
      const { patientId, purpose, validUntil } = consent;
      // The queue's clock may run ahead of ours, by which consents are judged.
      if (validUntil > context.clock.now()) await jobs.schedule('end-consent', { consentId }, validUntil, consentId);
      else events.publish('patient.consent-ended', { consentId, patientId, purpose });
    }),
};
