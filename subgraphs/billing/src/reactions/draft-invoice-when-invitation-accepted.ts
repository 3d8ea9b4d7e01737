/** An expert accepted: the bill is drafted, so that everybody sees beforehand who will pay what. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { draftInvoice } from '../actions/draft-invoice.ts';
import { askCharge } from '../peers/ask-charge.ts';
import type { BillingContext } from '../store/billing.store.ts';

export const draftInvoiceWhenInvitationAccepted: Reaction<BillingContext> = {
  name: 'draft-invoice-when-invitation-accepted',
  on: ['consultation.invitation-accepted'],
  async run(context, event) {
    if (event.type !== 'consultation.invitation-accepted') return;
    const charge = await askCharge(context, event.payload.consultationId, event.at);
    if (charge !== null) await draftInvoice(context, charge);
  },
};
