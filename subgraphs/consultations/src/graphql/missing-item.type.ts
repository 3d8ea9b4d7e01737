/** What a request still lacks, in the graph. */
import { Field, ObjectType } from 'type-graphql';

@ObjectType('MissingItem', { description: 'What a request lacks before it can be submitted.' })
export class MissingItemType {
  @Field(() => String, {
    description: 'Where: specialty, reason, summary, kind, urgency, consent, agreement or imagingStudies.',
  })
  path!: string;

  @Field(() => String, { description: 'What to do about it.' })
  message!: string;
}
