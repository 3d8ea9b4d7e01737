/** The live session begins. */
import type { Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation Start($input: ConsultationInput!) {
  moved: startSession(input: $input) { number status availableActions }
}`;

export const startSession: Step = {
  name: 'start-session',
  title: '开始会诊 Start the session',
  run: (demo) =>
    transition(demo, {
      step: 'start-session',
      by: demo.people.expert,
      document,
      status: 'IN_PROGRESS',
      event: 'consultation.started',
    }),
};
