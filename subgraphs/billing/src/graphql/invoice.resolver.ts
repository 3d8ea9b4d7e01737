/** Quotes, bills and their settlement in the graph. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { settleInvoice } from '../actions/settle-invoice.ts';
import { invoiceById } from '../queries/invoice-by-id.ts';
import { quoteForPatient } from '../queries/quote-for-patient.ts';
import type { BillingContext } from '../store/billing.store.ts';
import { QuoteFeeInput, SettleInvoiceInput } from './billing.inputs.ts';
import { ConsultationStub } from './consultation.stub.ts';
import { FeeQuoteType, InvoiceType } from './invoice.type.ts';

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  @Query(() => FeeQuoteType, {
    description: 'What a service would cost this patient today. For those who would see the bill.',
  })
  @RequiresScope('billing:read')
  quoteFee(
    @Ctx() context: BillingContext,
    @Arg('input', () => QuoteFeeInput, { description: 'Patient, service and title.' }) input: QuoteFeeInput,
  ): Promise<FeeQuoteType> {
    return quoteForPatient(context, input);
  }

  @Query(() => InvoiceType, { nullable: true, description: 'One bill.' })
  @RequiresScope('billing:read')
  invoice(
    @Ctx() context: BillingContext,
    @Arg('id', () => ID, { description: 'The id of the invoice.' }) id: string,
  ): Promise<InvoiceType> {
    return invoiceById(context, id);
  }

  @Mutation(() => InvoiceType, { description: 'Record that an issued bill was paid. For finance officers.' })
  @RequiresScope('billing:read')
  settleInvoice(
    @Ctx() context: BillingContext,
    @Arg('input', () => SettleInvoiceInput, { description: 'Which bill.' }) input: SettleInvoiceInput,
  ): Promise<InvoiceType> {
    context.signedIn();
    return settleInvoice(context, input);
  }

  @FieldResolver(() => ConsultationStub, {
    nullable: true,
    description:
      'The consultation that it is for; null for those who see the bill and not the consultation, as finance does.',
  })
  consultation(@Root() invoice: InvoiceType): ConsultationStub {
    return { id: invoice.consultationId };
  }
}
