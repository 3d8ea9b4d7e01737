/** Patient belongs to the patients subgraph; imaging hangs the studies on it. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Patient', { description: 'A patient (患者).' })
@Directive('@key(fields: "id")')
export class PatientStub {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
