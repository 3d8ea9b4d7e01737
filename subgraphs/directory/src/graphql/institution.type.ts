/** Institution and Practitioner in the graph. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { InstitutionLevel } from '../domain/institution.ts';
import type { ProfessionalTitle } from '../domain/practitioner.ts';
import { InstitutionLevelEnum, ProfessionalTitleEnum } from './enums.ts';

@ObjectType('Institution', { description: 'A clinic or hospital (医疗机构). FHIR R4 Organization.' })
@Directive('@key(fields: "id")')
export class InstitutionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its full name.' })
  name!: string;

  @Field(() => InstitutionLevelEnum, { description: 'Where in the tiered system it stands.' })
  level!: InstitutionLevel;

  @Field(() => String, { description: 'Administrative division, GB/T 2260, 6 digits.' })
  regionCode!: string;

  @Field(() => String, { description: 'Short code, part of the numbers of its consultations.' })
  code!: string;
}

@ObjectType('Practitioner', {
  description: 'A clinician of an institution (医务人员). FHIR R4 Practitioner and PractitionerRole.',
})
@Directive('@key(fields: "id")')
export class PractitionerType {
  @Field(() => ID, { description: 'Opaque id; an expert has the same id as the practitioner.' })
  id!: string;

  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => ProfessionalTitleEnum, { description: 'Professional title (职称).' })
  title!: ProfessionalTitle;

  institutionId!: string;
}
