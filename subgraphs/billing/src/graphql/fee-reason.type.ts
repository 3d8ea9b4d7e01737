/** FeeReason in the graph: one step of a calculation, for whoever tells it in words of their own. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { FeeReasonCode } from '../domain/fee-reason.ts';
import type { ProfessionalTitle, ServiceKind } from '../domain/service.ts';
import { FeeReasonCodeEnum, ProfessionalTitleEnum, ServiceKindEnum } from './enums.ts';

@ObjectType('FeeReason', {
  description: 'One step of the calculation: its code, its outcome, and the figures that the code speaks of.',
})
export class FeeReasonType {
  @Field(() => FeeReasonCodeEnum, { description: 'What the step does.' })
  code!: FeeReasonCode;

  @Field(() => Int, { description: 'Its outcome, in fen.' })
  amountFen!: number;

  @Field(() => Int, { nullable: true, description: 'The share that is taken: 7000 is 70 %.' })
  rateBasisPoints?: number | null;

  @Field(() => Int, { nullable: true, description: 'The deductible, cap, limit or balance that counts here, in fen.' })
  limitFen?: number | null;

  @Field(() => Int, { nullable: true, description: 'What it would be without the limit, in fen.' })
  unlimitedFen?: number | null;

  @Field(() => Int, { nullable: true, description: 'What is left of the fee after the step, in fen.' })
  restFen?: number | null;

  @Field(() => ServiceKindEnum, { nullable: true, description: 'The service that is charged.' })
  kind?: ServiceKind | null;

  @Field(() => ProfessionalTitleEnum, { nullable: true, description: 'The title that is charged by.' })
  title?: ProfessionalTitle | null;
}
