/** What the live streams send. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, ID, ObjectType } from 'type-graphql';
import type { ConsultationStatus, Urgency } from '../domain/consultation-status.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { QueueFilter } from '../domain/queue.ts';
import type { QueueEvent } from '../queries/follow-queue.ts';
import { ConsultationType } from './consultation.type.ts';
import { ConsultationStatusEnum, QueueEventKindEnum, UrgencyEnum } from './enums.ts';

const CURSOR = 'Where the stream goes on: reconnect with it as `after`, and nothing is missed or comes twice.';

@ObjectType('ConsultationEvent', { description: 'One change of a consultation.' })
export class ConsultationEventType {
  @Field(() => String, { description: CURSOR })
  cursor!: string;

  @Field(() => GraphQLDateTime, { description: 'When the change was logged.' })
  at!: Date;

  @Field(() => ConsultationType, { description: 'The consultation as it stands now.' })
  consultation!: Consultation;

  timelineEntryId!: string;
}

@ObjectType('QueueEvent', {
  description:
    'The first event is SNAPSHOT with everything in the queue; then one event per change, entering and leaving included.',
})
export class QueueEventType {
  @Field(() => String, { description: CURSOR })
  cursor!: string;

  @Field(() => QueueEventKindEnum, { description: 'What has happened to the queue.' })
  kind!: QueueEvent['kind'];

  @Field(() => [ConsultationType], {
    description:
      'SNAPSHOT: everything, oldest first, at most 10,000. Otherwise the one consultation with the status of the change, LEFT included.',
  })
  consultations!: readonly Consultation[];

  filter!: QueueFilter;
}

@InputType('QueueFilter', { description: 'Which part of the queue; what is left out filters nothing.' })
export class QueueFilterInput implements QueueFilter {
  @Field(() => ID, { nullable: true, description: 'Only requests of this institution.' })
  institutionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only requests to this specialty.' })
  specialty?: string | null;

  @Field(() => [ConsultationStatusEnum], {
    nullable: true,
    description: 'Left out: all that are submitted and not over.',
  })
  statuses?: ConsultationStatus[] | null;

  @Field(() => [UrgencyEnum], { nullable: true, description: 'Only these.' })
  urgencies?: Urgency[] | null;
}
