/** How other subgraphs' mentions of invoices and consultations are completed here. */
import type { BillingContext } from '../store/billing.store.ts';
import type { ConsultationStub } from './consultation.stub.ts';
import { visibleInvoice } from './invoice.loaders.ts';

export const billingReferences = {
  Invoice: (reference: { id: string }, context: BillingContext) => visibleInvoice(context).load(reference.id),
  Consultation: (reference: { id: string }): ConsultationStub => ({ id: reference.id }),
};
