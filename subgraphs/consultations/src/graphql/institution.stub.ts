/** Institution belongs to the directory subgraph; here it is only an id. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Institution', { description: 'A clinic or hospital (医疗机构).' })
@Directive('@key(fields: "id", resolvable: false)')
export class InstitutionStub {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
