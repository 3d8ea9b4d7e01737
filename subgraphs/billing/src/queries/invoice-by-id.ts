/** One bill, for those whom it concerns. */
import { allow, found } from '@huizhen/platform/access/allow';
import { mayReadInvoice } from '../domain/invoice-policy.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { BillingContext } from '../store/billing.store.ts';

export function invoiceById(context: BillingContext, id: string): Promise<Invoice> {
  const viewer = context.signedIn();
  return context.read(async ({ invoices, audit }) => {
    const invoice = found(await invoices.byId(id), 'invoice.read', id);
    allow(mayReadInvoice(viewer, invoice), 'invoice.read', invoice);
    audit.read('invoice.read', [invoice]);
    return invoice;
  });
}
