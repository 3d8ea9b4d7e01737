/** The bill that follows completion by itself: its figures, why they are so, and that they add up. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { known, type DemoRun, type Step } from '../demo-run.ts';
import { statusLabel, yuan } from '../printing/labels.ts';
import { StepFailed } from '../step-failed.ts';

const issuedDocument = `query InvoiceOfConsultation($id: ID!) {
  consultation(id: $id) { invoice { id status } }
}`;
const invoiceDocument = `query Invoice($id: ID!) {
  invoice(id: $id) { status feeFen insuredFen subsidyFen patientFen because }
}`;

const issuedAnswer = z.object({
  consultation: z.object({ invoice: z.object({ id: z.string(), status: z.string() }).nullable() }),
});
const invoice = z.object({
  status: z.string(),
  feeFen: z.int(),
  insuredFen: z.int(),
  subsidyFen: z.int(),
  patientFen: z.int(),
  because: z.array(z.string()),
});
const invoiceAnswer = z.object({ invoice });

const issuedWithinMs = 15_000;
const betweenLooksMs = 250;

export const awaitInvoice: Step = {
  name: 'await-invoice',
  title: '账单 Invoice',
  async run(demo) {
    const variables = { id: await issued(demo) };
    const { invoice: bill } = await demo.people.finance.ask({
      document: invoiceDocument,
      variables,
      answer: invoiceAnswer,
    });
    tell(demo, bill);
    const parts = bill.insuredFen + bill.subsidyFen + bill.patientFen;
    if (parts !== bill.feeFen)
      throw new StepFailed(`账不平 The parts make ${yuan(parts)}, the fee is ${yuan(bill.feeFen)}.`);
    demo.print.good('账平 fee = insured + subsidy + patient');
  },
};

async function issued(demo: DemoRun): Promise<string> {
  const variables = { id: known(demo, 'consultationId') };
  const deadline = demo.nowMs() + issuedWithinMs;
  for (;;) {
    const answer = await demo.people.requester.ask({ document: issuedDocument, variables, answer: issuedAnswer });
    const { invoice: bill } = answer.consultation;
    if (bill !== null && bill.status !== 'DRAFT') return bill.id;
    if (demo.nowMs() > deadline)
      throw new StepFailed('账单没有出 No invoice was issued after the consultation was completed.');
    await pause(betweenLooksMs);
  }
}

function tell({ print }: DemoRun, bill: z.output<typeof invoice>): void {
  print.good(`${statusLabel(bill.status)} · 费用 fee ${yuan(bill.feeFen)}`);
  print.fact(
    `医保 insured ${yuan(bill.insuredFen)} · 补贴 subsidy ${yuan(bill.subsidyFen)} · 自付 patient ${yuan(bill.patientFen)}`,
  );
  for (const reason of bill.because) print.fact(`· ${reason}`);
}
