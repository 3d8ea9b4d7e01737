/** What a consultation costs and who pays what: quotes before, the bill after, and the year's insurance limits in between. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { billingSettings } from './config.ts';
import { billingReferences } from './graphql/billing.references.ts';
import { ConsultationResolver } from './graphql/consultation.resolver.ts';
import { InvoiceResolver } from './graphql/invoice.resolver.ts';
import { draftInvoiceWhenInvitationAccepted } from './reactions/draft-invoice-when-invitation-accepted.ts';
import { issueInvoiceWhenConsultationCompleted } from './reactions/issue-invoice-when-consultation-completed.ts';
import { voidInvoiceWhenConsultationCancelled } from './reactions/void-invoice-when-consultation-cancelled.ts';
import { billingStore } from './store/billing.store.ts';
import { invoiceSchema } from './store/invoice.schema.ts';
import { billingMigrations } from './store/migrations.ts';

export const billing = defineSubgraph({
  name: 'billing',
  settings: billingSettings,
  resolvers: [InvoiceResolver, ConsultationResolver],
  references: billingReferences,
  entities: [invoiceSchema],
  migrations: billingMigrations,
  reactions: [
    draftInvoiceWhenInvitationAccepted,
    issueInvoiceWhenConsultationCompleted,
    voidInvoiceWhenConsultationCancelled,
  ],
  store: billingStore,
});
