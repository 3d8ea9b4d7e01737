/** Consultation belongs to the consultations subgraph; media hangs its room on it. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Consultation', {
  description: 'A request for remote consultation and everything that happens to it (会诊).',
})
@Directive('@key(fields: "id")')
export class ConsultationStub {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
