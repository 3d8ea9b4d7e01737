/** Practitioner belongs to the directory subgraph; here it is only an id. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Practitioner', { description: 'A clinician of an institution (医务人员).' })
@Directive('@key(fields: "id", resolvable: false)')
export class PractitionerStub {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
