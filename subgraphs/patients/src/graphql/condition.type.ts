/** Condition in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ClinicalRecord } from '../domain/clinical-record.ts';
import { CodingType } from './coding.type.ts';

@ObjectType('Condition', { description: 'A diagnosis or problem (诊断). FHIR R4 Condition.' })
export class ConditionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'The diagnosis.' })
  code!: CodingType;

  @Field(() => String, { nullable: true, description: 'Clinical status: active, recurrence, remission, resolved …' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'Verification status: confirmed, provisional, differential …' })
  verification!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began, or was first recorded.' })
  effectiveAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was over.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The note of the source.' })
  text!: string | null;
}

export const ConditionConnection = connectionOf('Condition', ConditionType);

export function conditionType({ id, effectiveAt, endedAt, content }: ClinicalRecord): ConditionType {
  const { code, status, verification, text } = content;
  return { id, code, status, verification, effectiveAt, endedAt, text };
}
