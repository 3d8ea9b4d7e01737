/** Opinion in the graph. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Opinion', {
  description:
    'One expert’s signed opinion (会诊意见); never changed, a new version comes beside it. FHIR R4 Composition, LOINC 85208-7.',
})
export class OpinionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'What the expert takes it for; at most 2,000 characters.' })
  diagnosis!: string;

  @Field(() => String, { nullable: true, description: 'ICD-10 code of the diagnosis.' })
  diseaseCode!: string | null;

  @Field(() => String, { description: 'What the expert advises; at most 10,000 characters.' })
  advice!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was signed.' })
  signedAt!: Date;

  @Field(() => Int, { description: '1 for the first of this expert, then counted up.' })
  version!: number;

  expertId!: string;
}
