/** The requester sends the request; the completeness gate says at once whether anything is missing. */
import type { Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation Submit($input: ConsultationInput!) {
  moved: submitConsultation(input: $input) { number status availableActions }
}`;

export const submitConsultation: Step = {
  name: 'submit-consultation',
  title: '提交 Submit',
  run: (demo) =>
    transition(demo, {
      step: 'submit-consultation',
      by: demo.people.requester,
      document,
      status: 'UNDER_REVIEW',
      event: 'consultation.submitted',
    }),
};
