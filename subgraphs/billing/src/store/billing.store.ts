/** Billing's repositories on one transaction. */
import type { Context, Unit, UnitTools } from '@huizhen/platform/subgraph/context';
import { InsuranceUsageRepository } from './insurance-usage.repository.ts';
import { InvoiceRepository } from './invoice.repository.ts';

export function billingStore(tools: UnitTools) {
  return { invoices: new InvoiceRepository(tools), insuranceUsage: new InsuranceUsageRepository(tools) };
}

export type BillingStore = ReturnType<typeof billingStore>;
export type BillingUnit = Unit<BillingStore>;
export type BillingContext = Context<BillingStore>;
