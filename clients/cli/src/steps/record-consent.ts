/** Without a consent in force nothing may be submitted. */
import { z } from 'zod';
import { idempotencyKey, known, type Step } from '../demo-run.ts';

const document = `mutation RecordConsent($input: RecordConsentInput!) {
  recordConsent(input: $input) { purpose signedAt validUntil }
}`;
const answer = z.object({
  recordConsent: z.object({ purpose: z.string(), signedAt: z.string(), validUntil: z.string().nullable() }),
});

export const recordConsent: Step = {
  name: 'record-consent',
  title: '登记知情同意 Record the consent',
  async run(demo) {
    const input = {
      patientId: known(demo, 'patientId'),
      purpose: 'REMOTE_CONSULTATION',
      signedBy: '患者本人',
      idempotencyKey: idempotencyKey(demo, 'record-consent'),
    };
    const { recordConsent: consent } = await demo.people.requester.ask({ document, variables: { input }, answer });
    const until = consent.validUntil ?? '撤回为止 until withdrawn';
    demo.print.good(`${consent.purpose} · 签署于 signed ${consent.signedAt} · 有效至 valid ${until}`);
  },
};
