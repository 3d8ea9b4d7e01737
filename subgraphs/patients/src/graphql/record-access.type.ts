/** RecordAccess in the graph. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import type { Role } from '@huizhen/platform/access/viewer';
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { RecordAccess } from '../domain/record-access.ts';
import { RoleEnum } from './enums.ts';
import { InstitutionStub } from './institution.stub.ts';
import { PractitionerStub } from './practitioner.stub.ts';

@ObjectType('RecordAccess', {
  description:
    'Somebody, or a partner app, looked at data of the patient or changed them (查阅记录); what one did without a quarter of an hour between is one entry. FHIR R4 AuditEvent.',
})
export class RecordAccessType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  firstAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'The last time within this entry.' })
  lastAt!: Date;

  @Field(() => Int, { description: 'How many requests it was.' })
  times!: number;

  @Field(() => [RoleEnum], {
    description: 'In which roles: PATIENT is another account of the patient, such as a guardian’s.',
  })
  roles!: readonly Role[];

  @Field(() => PractitionerStub, { nullable: true, description: 'Which clinician; null for who is none.' })
  @RequiresScope('patients:read', 'directory:read')
  practitioner!: PractitionerStub | null;

  @Field(() => InstitutionStub, { nullable: true, description: 'For which institution; null for who has none.' })
  @RequiresScope('patients:read', 'directory:read')
  institution!: InstitutionStub | null;

  @Field(() => [String], {
    description:
      'What was done, by the access log’s stable codes, such as record.read-observation or invoice.read. New codes may come.',
  })
  actions!: readonly string[];

  @Field(() => [String], { description: 'The purposes that were stated (header X-Purpose); often none.' })
  purposes!: readonly string[];
}

export const RecordAccessConnection = connectionOf('RecordAccess', RecordAccessType);

export function recordAccessType({ practitionerId, institutionId, ...access }: RecordAccess): RecordAccessType {
  return {
    ...access,
    practitioner: practitionerId === null ? null : { id: practitionerId },
    institution: institutionId === null ? null : { id: institutionId },
  };
}
