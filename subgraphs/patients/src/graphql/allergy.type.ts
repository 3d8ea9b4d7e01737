/** Allergy in the graph. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ClinicalRecord } from '../domain/clinical-record.ts';
import { CodingType } from './coding.type.ts';

@ObjectType('Allergy', { description: 'An allergy or intolerance (过敏). FHIR R4 AllergyIntolerance.' })
export class AllergyType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'To what.' })
  code!: CodingType;

  @Field(() => String, { nullable: true, description: 'Clinical status: active, inactive, resolved.' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'Verification status: confirmed, unconfirmed, refuted …' })
  verification!: string | null;

  @Field(() => String, { nullable: true, description: 'How dangerous: low, high, unable-to-assess.' })
  criticality!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began, or was first recorded.' })
  effectiveAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'How it showed, in words.' })
  text!: string | null;
}

export function allergyType({ id, effectiveAt, content }: ClinicalRecord): AllergyType {
  const { code, status, verification, criticality, text } = content;
  return { id, code, status, verification, criticality, effectiveAt, text };
}
