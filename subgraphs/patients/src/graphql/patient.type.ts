/** Patient in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { GraphQLDate } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Gender } from '../domain/gender.ts';
import { maskIdentityNumber } from '../domain/identity-number.ts';
import type { Patient } from '../domain/patient.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { maySeeIdentityNumber } from '../domain/patient-policy.ts';
import { maskPhone } from '../domain/phone-number.ts';
import { GenderEnum } from './enums.ts';

@ObjectType('Guardian', { description: 'Who acts for a patient who cannot: a parent, most often (监护人).' })
export class GuardianType {
  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What they are to the patient, such as 母亲.' })
  relation!: string | null;

  @Field(() => String, { nullable: true, description: 'Masked like the phone of the patient.' })
  phone!: string | null;
}

@ObjectType('Patient', {
  description: 'A person under treatment (患者), as the managing institution knows them. FHIR R4 Patient.',
})
@Directive('@key(fields: "id")')
export class PatientType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Full name.' })
  @RequiresScope('patients:read')
  name!: string;

  @Field(() => GenderEnum, { description: 'Administrative gender.' })
  @RequiresScope('patients:read')
  gender!: Gender;

  @Field(() => GraphQLDate, { description: 'The day of birth.' })
  @RequiresScope('patients:read')
  birthDate!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Resident identity number (GB 11643). Masked as 110105********002X, but for the patient, and for the managing institution's requesting doctors when their request states its purpose (header X-Purpose).",
  })
  @RequiresScope('patients:read')
  identityNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number, masked as 138****5678 where the identity number is.',
  })
  @RequiresScope('patients:read')
  phone!: string | null;

  @Field(() => GuardianType, { nullable: true, description: 'Who acts for the patient, where somebody does.' })
  @RequiresScope('patients:read')
  guardian!: GuardianType | null;

  institutionId!: string;
}

export const PatientConnection = connectionOf('Patient', PatientType);

export function patientType(context: Pick<PatientsContext, 'signedIn' | 'purpose'>, patient: Patient): PatientType {
  const whole = maySeeIdentityNumber(context.signedIn(), patient, context.purpose);
  const phoneOf = (number: string | null) => number && (whole ? number : maskPhone(number));
  const { id, gender, birthDate, institutionId } = patient;
  return {
    id,
    gender,
    birthDate,
    institutionId,
    get name() {
      return patient.name;
    },
    get identityNumber() {
      const { identityNumber } = patient;
      return identityNumber && (whole ? identityNumber : maskIdentityNumber(identityNumber));
    },
    get phone() {
      return phoneOf(patient.phone);
    },
    get guardian() {
      const { guardian } = patient;
      return guardian && { ...guardian, phone: phoneOf(guardian.phone) };
    },
  };
}
