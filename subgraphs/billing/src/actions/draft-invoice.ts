/** Billing itself drafts the bill of an accepted consultation; a further acceptance gives the draft new figures. */
import { priceOf, type Charge } from '../domain/charge.ts';
import { Invoice } from '../domain/invoice.ts';
import { insuranceYear } from '../domain/yearly-insurance.ts';
import type { BillingContext, BillingUnit } from '../store/billing.store.ts';

/** An estimate: what it will use of the year's limits is only taken when it is issued. */
export function draftInvoice(context: BillingContext, charge: Charge): Promise<void> {
  return context.transact(async (unit) => {
    const present = await unit.invoices.lockedOfConsultation(charge.consultationId);
    if (present === null) return addDraft(context, unit, charge);
    // A late acceptance changes nothing any more once the bill has gone out.
    if (!present.may('REQUOTE')) return;
    const was = present.status;
    present.requote(await estimate(unit, charge), charge.expertIds);
    await unit.invoices.save(present, was);
    unit.audit.record('invoice.requote', present);
  });
}

async function addDraft(context: BillingContext, unit: BillingUnit, charge: Charge): Promise<void> {
  const invoice = await newDraft(context, unit, charge);
  await unit.invoices.add(invoice);
  unit.audit.record('invoice.draft', invoice);
}

export async function newDraft(context: BillingContext, unit: BillingUnit, charge: Charge): Promise<Invoice> {
  const { terms, ...facts } = charge;
  const quote = await estimate(unit, charge);
  return Invoice.draft({ id: context.ids.next(), ...facts, kind: terms.kind, quote, now: context.clock.now() });
}

async function estimate({ insuranceUsage }: BillingUnit, { patientId, terms }: Charge) {
  return priceOf(terms, await insuranceUsage.of({ patientId, year: insuranceYear(terms.on) }));
}
