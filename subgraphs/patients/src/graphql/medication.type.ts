/** Medication in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ClinicalRecord } from '../domain/clinical-record.ts';
import { CodingType } from './coding.type.ts';

@ObjectType('Medication', {
  description: 'A drug prescribed or taken (用药). FHIR R4 MedicationRequest and MedicationStatement.',
})
export class MedicationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'The drug.' })
  code!: CodingType;

  @Field(() => Boolean, { description: 'Prescribed; otherwise told to be taken.' })
  prescribed!: boolean;

  @Field(() => String, { nullable: true, description: 'Code of the FHIR R4 status: active, completed, stopped …' })
  status!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was prescribed or begun.' })
  effectiveAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Dosage in words.' })
  text!: string | null;
}

export const MedicationConnection = connectionOf('Medication', MedicationType);

export function medicationType({ id, effectiveAt, endedAt, content }: ClinicalRecord): MedicationType {
  const { code, status, text, resourceType } = content;
  return { id, code, prescribed: resourceType === 'MedicationRequest', status, effectiveAt, endedAt, text };
}
