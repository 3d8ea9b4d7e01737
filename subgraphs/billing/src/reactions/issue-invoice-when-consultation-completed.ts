/** The consultation is complete: its bill goes out, whether or not a draft was there. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { issueInvoice } from '../actions/issue-invoice.ts';
import { askCharge } from '../peers/ask-charge.ts';
import type { BillingContext } from '../store/billing.store.ts';

export const issueInvoiceWhenConsultationCompleted: Reaction<BillingContext> = {
  name: 'issue-invoice-when-consultation-completed',
  on: ['consultation.completed'],
  async run(context, event) {
    if (event.type !== 'consultation.completed') return;
    const charge = await askCharge(context, event.payload.consultationId, event.at);
    if (charge !== null) await issueInvoice(context, charge);
  },
};
