/** What services tell each other of an expert. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ProfessionalTitle } from '../domain/candidate.ts';
import { ProfessionalTitleEnum } from './enums.ts';

@ObjectType('ExpertProfile', { description: 'What rules need to know of an expert. Between services only.' })
@Directive('@inaccessible')
export class ExpertProfileType {
  @Field(() => ID, { description: 'The expert.' })
  id!: string;

  @Field(() => ID, { description: 'Where they practise.' })
  institutionId!: string;

  @Field(() => ProfessionalTitleEnum, { description: 'Professional title (职称).' })
  title!: ProfessionalTitle;

  @Field(() => [String], { description: 'Departments in which they answer.' })
  specialties!: readonly string[];

  @Field(() => Boolean, { description: 'Present now.' })
  online!: boolean;
}
