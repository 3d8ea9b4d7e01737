/** The coordinator invites the expert who was chosen. */
import { known, type Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation Invite($input: InviteExpertsInput!) {
  moved: inviteExperts(input: $input) { number status availableActions }
}`;

export const inviteExperts: Step = {
  name: 'invite-experts',
  title: '邀请专家 Invite the expert',
  run: (demo) =>
    transition(demo, {
      step: 'invite-experts',
      by: demo.people.coordinator,
      document,
      input: { expertIds: [known(demo, 'expertId')] },
      status: 'PENDING',
      event: 'consultation.experts-invited',
      invitation: 'REQUESTED',
    }),
};
