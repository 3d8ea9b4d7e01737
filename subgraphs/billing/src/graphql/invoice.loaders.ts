/** Bills by id and by consultation, many at once; those that are not the viewer's look as if they were not there. */
import { inOrderOf, loader } from '@huizhen/platform/subgraph/loader';
import { mayReadInvoice } from '../domain/invoice-policy.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { BillingContext, BillingUnit } from '../store/billing.store.ts';

export const visibleInvoice = loader((context: BillingContext, ids: readonly string[]) =>
  context.read(async (unit) => inOrderOf(ids, readable(context, unit, await unit.invoices.byIds(ids)), ({ id }) => id)),
);

export const invoiceOfConsultation = loader((context: BillingContext, ids: readonly string[]) =>
  context.read(async (unit) => {
    const invoices = readable(context, unit, await unit.invoices.ofConsultations(ids));
    return inOrderOf(ids, invoices, ({ consultationId }) => consultationId);
  }),
);

function readable({ viewer }: BillingContext, { audit }: BillingUnit, invoices: readonly Invoice[]): Invoice[] {
  const theirs = invoices.filter((invoice) => mayReadInvoice(viewer, invoice).allowed);
  audit.read('invoice.read', theirs);
  return theirs;
}
