/** What asking for experts takes. */
import { PageArgs } from '@huizhen/platform/subgraph/connection';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { Urgency } from '../domain/urgency.ts';
import { USUALLY } from '../queries/match-experts.ts';
import { UrgencyEnum } from './enums.ts';

@ArgsType()
export class ExpertsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only experts of this department, such as 心血管内科.' })
  specialty?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those who are present, or only those who are not.' })
  online?: boolean | null;
}

@InputType('MatchExpertsInput', { description: 'Who is wanted.' })
export class MatchExpertsInput {
  @Field(() => String, { description: 'The department, such as 心血管内科.' })
  specialty!: string;

  @Field(() => String, {
    nullable: true,
    description: 'ICD-10, such as I10 or I25.1: the nearer their expertise, the better.',
  })
  diseaseCode?: string | null;

  @Field(() => UrgencyEnum, { description: 'The more urgent, the more presence and quick answers weigh.' })
  urgency!: Urgency;

  @Field(() => ID, {
    nullable: true,
    description:
      'The requesting institution: only experts of institutions with which it has an agreement in force. Left out, it is ' +
      'one’s own; a coordinator of the centre then sees experts of all institutions, and the agreement is checked at the invitation.',
  })
  institutionId?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: USUALLY, description: 'How many at most, from 1 to 100.' })
  first!: number | null;

  @Field(() => [ID], { defaultValue: [], description: 'Experts not to propose again, such as those who declined.' })
  excludingExpertIds!: string[];
}
