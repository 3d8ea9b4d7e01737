/** The live session ends; the opinion falls due. */
import type { Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation End($input: ConsultationInput!) {
  moved: endSession(input: $input) { number status availableActions }
}`;

export const endSession: Step = {
  name: 'end-session',
  title: '结束会诊 End the session',
  run: (demo) =>
    transition(demo, {
      step: 'end-session',
      by: demo.people.expert,
      document,
      status: 'AWAITING_OPINION',
      event: 'consultation.ended',
    }),
};
