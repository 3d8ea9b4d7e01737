/** Coding in the graph. */
import { Field, ObjectType } from 'type-graphql';

@ObjectType('Coding', { description: 'A code out of a system such as LOINC or ICD-10. FHIR R4 Coding.' })
export class CodingType {
  @Field(() => String, { nullable: true, description: 'The system as a URI; null where the source only gave words.' })
  system!: string | null;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The code in words.' })
  display!: string | null;
}
