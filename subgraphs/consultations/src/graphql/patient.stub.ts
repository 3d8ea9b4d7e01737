/** Patient belongs to the patients subgraph; here it is only an id. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Patient', { description: 'A patient (患者).' })
@Directive('@key(fields: "id", resolvable: false)')
export class PatientStub {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
