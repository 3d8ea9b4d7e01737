/** Observation in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { ClinicalRecord } from '../domain/clinical-record.ts';
import { CodingType } from './coding.type.ts';

@ObjectType('ObservationComponent', { description: 'One value of a panel, such as systolic pressure.' })
export class ObservationComponentType {
  @Field(() => CodingType, { description: 'What was measured.' })
  code!: CodingType;

  @Field(() => Float, { nullable: true, description: 'The number.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Its unit.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The value in words, where it is no plain number.' })
  text!: string | null;
}

@ObjectType('Observation', { description: 'Something measured or stated (检验检查结果). FHIR R4 Observation.' })
export class ObservationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'What was measured.' })
  code!: CodingType;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was true of the patient.' })
  effectiveAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'The number.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Its unit.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The value in words, where it is no plain number.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of FHIR R4 ObservationStatus.' })
  status!: string | null;

  @Field(() => [ObservationComponentType], { description: 'The values of a panel such as blood pressure.' })
  components!: readonly ObservationComponentType[];
}

export const ObservationConnection = connectionOf('Observation', ObservationType);

export function observationType({ id, effectiveAt, content }: ClinicalRecord): ObservationType {
  const { code, value, unit, text, status, components } = content;
  return { id, code, effectiveAt, value, unit, text, status, components };
}
