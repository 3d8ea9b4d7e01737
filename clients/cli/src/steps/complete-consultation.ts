/** The requester concludes: the opinion is advice, the decision is theirs. */
import type { Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation Complete($input: CompleteConsultationInput!) {
  moved: completeConsultation(input: $input) { number status availableActions }
}`;

export const completeConsultation: Step = {
  name: 'complete-consultation',
  title: '完成会诊 Complete',
  run: (demo) =>
    transition(demo, {
      step: 'complete-consultation',
      by: demo.people.requester,
      document,
      input: { conclusion: '联合用药，两周后由基层复诊。' },
      status: 'COMPLETED',
      event: 'consultation.completed',
    }),
};
