/** A request that nobody has accepted by its deadline is put before the coordinator, once. */
import type { Job } from '@huizhen/platform/subgraph/define-subgraph';
import { z } from 'zod';
import { takeOwnStep } from '../actions/take-own-step.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

const jobData = z.object({ consultationId: z.uuid() });

export const escalateUnanswered: Job<ConsultationsContext> = {
  name: 'escalate-unanswered',
  run: (context, data) => {
    const { consultationId } = jobData.parse(data);
    return takeOwnStep(context, {
      name: 'consultation.escalate',
      consultationId,
      change: (consultation, occasion, { jobs }) => {
        const { status, respondBy } = consultation;
        if (status !== 'PENDING' || respondBy === null) return undefined;
        // The queue's clock may run ahead of the database's, which alone decides.
        if (respondBy > occasion.now)
          return jobs.schedule('escalate-unanswered', { consultationId }, respondBy, consultationId);
        return consultation.escalate(occasion);
      },
    });
  },
};
