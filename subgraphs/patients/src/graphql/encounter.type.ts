/** Encounter in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ClinicalRecord } from '../domain/clinical-record.ts';
import { CodingType } from './coding.type.ts';

@ObjectType('Encounter', { description: 'One visit (就诊). FHIR R4 Encounter.' })
export class EncounterType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'What kind of visit it was.' })
  code!: CodingType;

  @Field(() => String, { nullable: true, description: 'HL7 v3 ActCode: AMB, IMP, EMER, VR …' })
  classCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of FHIR R4 EncounterStatus.' })
  status!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began.' })
  effectiveAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The reason in words.' })
  text!: string | null;
}

export const EncounterConnection = connectionOf('Encounter', EncounterType);

export function encounterType({ id, effectiveAt, endedAt, content }: ClinicalRecord): EncounterType {
  const { code, classCode, status, text } = content;
  return { id, code, classCode, status, effectiveAt, endedAt, text };
}
