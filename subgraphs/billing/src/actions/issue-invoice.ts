/** Billing itself issues the bill of a completed consultation and takes its part of the year's insurance, once. */
import { priceOf, type Charge } from '../domain/charge.ts';
import type { Invoice } from '../domain/invoice.ts';
import { insuranceYear } from '../domain/yearly-insurance.ts';
import type { BillingContext, BillingUnit } from '../store/billing.store.ts';
import { newDraft } from './draft-invoice.ts';

export function issueInvoice(context: BillingContext, charge: Charge): Promise<void> {
  return context.transact(async (unit) => {
    const invoice = await presentOrNew(context, unit, charge);
    // Issued before, or void: the event came twice or late.
    if (!invoice.may('ISSUE')) return;
    await issue(unit, invoice, charge);
    unit.audit.record('invoice.issue', invoice);
    unit.events.publish('invoice.issued', { invoiceId: invoice.id, consultationId: invoice.consultationId });
  });
}

async function presentOrNew(context: BillingContext, unit: BillingUnit, charge: Charge): Promise<Invoice> {
  const present = await unit.invoices.lockedOfConsultation(charge.consultationId);
  if (present !== null) return present;
  const invoice = await newDraft(context, unit, charge);
  await unit.invoices.add(invoice);
  return invoice;
}

async function issue({ invoices, insuranceUsage }: BillingUnit, invoice: Invoice, charge: Charge): Promise<void> {
  const was = invoice.status;
  const { on } = charge.terms;
  const year = { patientId: charge.patientId, year: insuranceYear(on) };
  const quote = priceOf(charge.terms, await insuranceUsage.locked(year));
  invoice.requote(quote, charge.expertIds);
  invoice.issue(on, year.year);
  await invoices.save(invoice, was);
  await insuranceUsage.add(year, quote);
}
