/** Billing itself voids the bill of a cancelled consultation and gives back what it had used of the year's insurance. */
import type { BillingContext } from '../store/billing.store.ts';

export interface Cancellation {
  readonly consultationId: string;
  readonly at: Date;
}

export function voidInvoice(context: BillingContext, { consultationId, at }: Cancellation): Promise<void> {
  return context.transact(async ({ invoices, insuranceUsage, audit }) => {
    const invoice = await invoices.lockedOfConsultation(consultationId);
    if (invoice === null || !invoice.may('VOID')) return;
    const was = invoice.status;
    invoice.void(at);
    await invoices.save(invoice, was);
    const { patientId, insuranceYear: year, deductibleFen, insuredFen } = invoice;
    if (year !== null)
      await insuranceUsage.add({ patientId, year }, { deductibleFen: -deductibleFen, insuredFen: -insuredFen });
    audit.record('invoice.void', invoice);
  });
}
