/** The coordinator approves; the experts' clock starts. */
import type { Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation Approve($input: ConsultationInput!) {
  moved: approveConsultation(input: $input) { number status availableActions }
}`;

export const approveConsultation: Step = {
  name: 'approve-consultation',
  title: '审核通过 Approve',
  run: (demo) =>
    transition(demo, {
      step: 'approve-consultation',
      by: demo.people.coordinator,
      document,
      status: 'PENDING',
      event: 'consultation.approved',
    }),
};
