/** The expert takes the case. */
import type { Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation Accept($input: ConsultationInput!) {
  moved: acceptInvitation(input: $input) { number status availableActions }
}`;

export const acceptInvitation: Step = {
  name: 'accept-invitation',
  title: '接受邀请 Accept the invitation',
  run: (demo) =>
    transition(demo, {
      step: 'accept-invitation',
      by: demo.people.expert,
      document,
      status: 'ASSIGNED',
      event: 'consultation.invitation-accepted',
      invitation: 'ACCEPTED',
    }),
};
