/** An invitation that nobody answered in time expires, once; when nobody is left, the coordinator has the request again. */
import type { Job } from '@huizhen/platform/subgraph/define-subgraph';
import { z } from 'zod';
import { takeOwnStep } from '../actions/take-own-step.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

const jobData = z.object({ consultationId: z.uuid(), invitationId: z.uuid() });

export const expireInvitation: Job<ConsultationsContext> = {
  name: 'expire-invitation',
  run: (context, data) => {
    const { consultationId, invitationId } = jobData.parse(data);
    return takeOwnStep(context, {
      name: 'consultation.expire-invitation',
      consultationId,
      change: (consultation, occasion, { jobs }) => {
        const invitation = consultation.invitations.find(({ id }) => id === invitationId);
        if (invitation?.status !== 'REQUESTED') return undefined;
        // The queue's clock may run ahead of the database's, which alone decides.
        if (invitation.respondBy > occasion.now)
          return jobs.schedule(
            'expire-invitation',
            { consultationId, invitationId },
            invitation.respondBy,
            invitationId,
          );
        return consultation.expireInvitation(invitationId, occasion) && consultation.reopen(occasion);
      },
    });
  },
};
