/** Invoice and FeeQuote in the graph; money is integer fen (1/100 yuan). */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { InvoiceStatus } from '../domain/invoice-status.ts';
import { InvoiceStatusEnum } from './enums.ts';
import { FeeReasonType } from './fee-reason.type.ts';

@ObjectType('Invoice', { description: 'The bill of one consultation (结算单). Fee = insured + subsidy + patient.' })
@Directive('@key(fields: "id")')
@RequiresScope('billing:read')
export class InvoiceType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ID, { description: 'The consultation that it is for.' })
  consultationId!: string;

  @Field(() => InvoiceStatusEnum, { description: 'A draft is an estimate; from ISSUED on the figures stay.' })
  status!: InvoiceStatus;

  @Field(() => Int, { description: 'The whole fee, in fen.' })
  feeFen!: number;

  @Field(() => Int, { description: 'What the insurance pays, in fen.' })
  insuredFen!: number;

  @Field(() => Int, { description: 'What the government adds for the grassroots, in fen.' })
  subsidyFen!: number;

  @Field(() => Int, { description: 'What the patient pays, in fen.' })
  patientFen!: number;

  @Field(() => [FeeReasonType], {
    description: 'Every step of the calculation by code; empty on bills older than the codes.',
  })
  reasons!: readonly FeeReasonType[];

  @Field(() => [String], { description: 'Every step of the calculation with its amounts, in Chinese.' })
  because!: string[];

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the service was complete and the bill went out.' })
  issuedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When finance recorded that it was paid.' })
  settledAt!: Date | null;
}

@ObjectType('FeeQuote', { description: 'What a service would cost one patient today, and who would pay what.' })
export class FeeQuoteType {
  @Field(() => Int, { description: 'The whole fee, in fen.' })
  feeFen!: number;

  @Field(() => Int, { description: 'What the insurance would pay, in fen.' })
  insuredFen!: number;

  @Field(() => Int, { description: 'What the government would add, in fen.' })
  subsidyFen!: number;

  @Field(() => Int, { description: 'What the patient would pay, in fen.' })
  patientFen!: number;

  @Field(() => [FeeReasonType], {
    description: 'Every step of the calculation by code; empty on bills older than the codes.',
  })
  reasons!: readonly FeeReasonType[];

  @Field(() => [String], { description: 'Every step of the calculation with its amounts, in Chinese.' })
  because!: readonly string[];
}
