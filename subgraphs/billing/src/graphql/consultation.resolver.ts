/** What billing adds to a consultation. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { BillingContext } from '../store/billing.store.ts';
import { ConsultationStub } from './consultation.stub.ts';
import { invoiceOfConsultation } from './invoice.loaders.ts';
import { InvoiceType } from './invoice.type.ts';

@Resolver(() => ConsultationStub)
export class ConsultationResolver {
  @FieldResolver(() => InvoiceType, { nullable: true, description: 'Its bill, from the first acceptance on.' })
  invoice(@Root() consultation: ConsultationStub, @Ctx() context: BillingContext): Promise<InvoiceType | null> {
    return invoiceOfConsultation(context).load(consultation.id);
  }
}
