/** A finance officer of the asking institution or of the centre records that an issued bill was paid by all its parts. */
import { allow, found } from '@huizhen/platform/access/allow';
import { z } from 'zod';
import { maySettleInvoice } from '../domain/invoice-policy.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { BillingContext, BillingUnit } from '../store/billing.store.ts';

export interface Settlement {
  readonly invoiceId: string;
  readonly idempotencyKey?: string | null | undefined;
}

export function settleInvoice(context: BillingContext, input: Settlement): Promise<Invoice> {
  return context.once(
    { name: 'settleInvoice', input },
    {
      async act(unit) {
        const invoice = await settleable(context, unit, input.invoiceId);
        const was = invoice.status;
        invoice.settle(context.clock.now());
        await unit.invoices.save(invoice, was);
        unit.audit.record('invoice.settle', invoice);
        return invoice;
      },
      remember: ({ id }) => ({ id }),
      remembered: z.object({ id: z.string() }),
      again: (unit, { id }) => settleable(context, unit, id),
    },
  );
}

async function settleable({ viewer }: BillingContext, { invoices }: BillingUnit, id: string): Promise<Invoice> {
  const invoice = found(await invoices.byId(id), 'invoice.settle', id);
  allow(maySettleInvoice(viewer, invoice), 'invoice.settle', invoice);
  return invoice;
}
