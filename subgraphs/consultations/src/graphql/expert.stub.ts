/** Expert belongs to the experts subgraph; here it is only an id. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Expert', { description: 'A practitioner who answers (专家).' })
@Directive('@key(fields: "id", resolvable: false)')
export class ExpertStub {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
