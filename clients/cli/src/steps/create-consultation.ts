/** Drafts the request to the experts. */
import { z } from 'zod';
import { idempotencyKey, known, type Step } from '../demo-run.ts';
import { statusLabel } from '../printing/labels.ts';

/** What is asked of whom; the matcher is asked for the same. */
export const wanted = { specialty: '心血管内科', diseaseCode: 'I10', urgency: 'URGENT' } as const;

const document = `mutation CreateConsultation($input: CreateConsultationInput!) {
  createConsultation(input: $input) { id number status availableActions }
}`;
const answer = z.object({
  createConsultation: z.object({
    id: z.string(),
    number: z.string(),
    status: z.string(),
    availableActions: z.array(z.string()),
  }),
});

export const createConsultation: Step = {
  name: 'create-consultation',
  title: '新建会诊 Create the consultation',
  async run(demo) {
    const input = {
      ...wanted,
      patientId: known(demo, 'patientId'),
      kind: 'CONSULTATION',
      reason: '血压控制不佳，请协助调整用药。',
      summary:
        '高血压病史两年，近一月诊室血压 168–172/100–104 mmHg，已服氨氯地平 5 mg 每日一次，两周无明显下降，无胸痛。',
      idempotencyKey: idempotencyKey(demo, 'create-consultation'),
    };
    const { createConsultation: created } = await demo.people.requester.ask({ document, variables: { input }, answer });
    demo.state.consultationId = created.id;
    demo.print.good(
      `${created.number} · ${statusLabel(created.status)} · 现在可以 now possible: ${created.availableActions.join(' ')}`,
    );
  },
};
