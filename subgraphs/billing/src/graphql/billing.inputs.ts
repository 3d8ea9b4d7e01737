/** What quoting and settling take. */
import { Field, ID, InputType } from 'type-graphql';
import type { ProfessionalTitle, ServiceKind } from '../domain/service.ts';
import { ProfessionalTitleEnum, ServiceKindEnum } from './enums.ts';

@InputType('QuoteFeeInput', { description: 'For whom, which service, and of which title the expert is.' })
export class QuoteFeeInput {
  @Field(() => ID, { description: 'The patient, whose insurance counts.' })
  patientId!: string;

  @Field(() => ServiceKindEnum, { description: 'The kind of service.' })
  kind!: ServiceKind;

  @Field(() => ProfessionalTitleEnum, { description: 'The title of the expert; the highest when there are several.' })
  expertTitle!: ProfessionalTitle;
}

@InputType('SettleInvoiceInput', { description: 'Which bill was paid.' })
export class SettleInvoiceInput {
  @Field(() => ID, { description: 'An issued invoice.' })
  invoiceId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The same key with the same input settles once and answers the same.',
  })
  idempotencyKey?: string | null;
}
