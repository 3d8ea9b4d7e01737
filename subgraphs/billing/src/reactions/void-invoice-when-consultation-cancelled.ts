/** The consultation was cancelled: nobody owes anything for it. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { voidInvoice } from '../actions/void-invoice.ts';
import type { BillingContext } from '../store/billing.store.ts';

export const voidInvoiceWhenConsultationCancelled: Reaction<BillingContext> = {
  name: 'void-invoice-when-consultation-cancelled',
  on: ['consultation.cancelled'],
  async run(context, event) {
    if (event.type !== 'consultation.cancelled') return;
    await voidInvoice(context, { consultationId: event.payload.consultationId, at: event.at });
  },
};
