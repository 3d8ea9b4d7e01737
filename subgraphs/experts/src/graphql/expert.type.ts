/** Expert in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { yearsOfExperience, type ExpertAtWork } from '../domain/expert.ts';
import { PractitionerStub } from './practitioner.stub.ts';

@ObjectType('Expert', { description: 'A practitioner who answers (专家). FHIR R4 PractitionerRole and Schedule.' })
@Directive('@key(fields: "id")')
@RequiresScope('experts:read')
export class ExpertType {
  @Field(() => ID, { description: 'Opaque id, the same as the practitioner’s.' })
  id!: string;

  @Field(() => PractitionerStub, { description: 'The clinician: name, title, institution.' })
  @RequiresScope('directory:read')
  practitioner!: PractitionerStub;

  @Field(() => [String], { description: 'Departments in which they answer, such as 心血管内科.' })
  specialties!: readonly string[];

  @Field(() => [String], { description: 'ICD-10 codes, categories, prefixes or ranges, such as I10, I2 or I60-I69.' })
  expertise!: readonly string[];

  @Field(() => Int, { description: 'Whole years since they began to practise.' })
  yearsOfExperience!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes from invitation to answer, averaged over the last half year; null before the first answer.',
  })
  averageResponseMinutes!: number | null;

  @Field(() => Boolean, { description: 'Present now, as they said themselves.' })
  online!: boolean;
}

export const ExpertConnection = connectionOf('Expert', ExpertType);

export function expertType({ expert, workload }: ExpertAtWork, now: Date): ExpertType {
  const { id, specialties, expertise, online } = expert;
  const { averageResponseMinutes } = workload;
  const years = yearsOfExperience(expert, now);
  return { id, practitioner: { id }, specialties, expertise, yearsOfExperience: years, averageResponseMinutes, online };
}
