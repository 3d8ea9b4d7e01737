/** TimelineEntry in the graph. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('TimelineEntry', { description: 'What happened, when, by whom (时间线); append-only. FHIR R4 Provenance.' })
export class TimelineEntryType {
  @Field(() => GraphQLDateTime, { description: 'When it happened, by the database’s clock.' })
  at!: Date;

  @Field(() => String, { description: 'What happened, such as consultation.submitted.' })
  event!: string;

  @Field(() => String, { nullable: true, description: 'A remark of whoever did it.' })
  note!: string | null;

  by!: string | null;
}
