/** Invitation in the graph. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { DeclineReason, InvitationStatus } from '../domain/consultation-status.ts';
import { DeclineReasonEnum, InvitationStatusEnum } from './enums.ts';

@ObjectType('Invitation', { description: 'One expert asked to answer (邀请). FHIR R4 Task.' })
export class InvitationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => InvitationStatusEnum, { description: 'How it stands.' })
  status!: InvitationStatus;

  @Field(() => GraphQLDateTime, { description: 'It expires when it is not answered by then.' })
  respondBy!: Date;

  @Field(() => GraphQLDateTime, { description: 'When the expert was asked.' })
  invitedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the expert accepted or declined.' })
  respondedAt!: Date | null;

  @Field(() => DeclineReasonEnum, { nullable: true, description: 'Why the expert declined.' })
  declineReason!: DeclineReason | null;

  @Field(() => String, { nullable: true, description: 'What the expert added to the reason.' })
  declineNote!: string | null;

  expertId!: string;
}
