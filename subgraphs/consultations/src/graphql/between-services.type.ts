/** What other subgraphs ask about consultations; not part of the public graph. */
import type { Role } from '@huizhen/platform/access/viewer';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { CareRelationKind } from '../domain/care-relation.ts';
import type { ConsultationStatus, ServiceKind, Urgency } from '../domain/consultation-status.ts';
import { CareRelationKindEnum, ConsultationStatusEnum, RoleEnum, ServiceKindEnum, UrgencyEnum } from './enums.ts';

@ObjectType('CareRelation', { description: 'A consultation through which the viewer has to do with a patient.' })
@Directive('@inaccessible')
export class CareRelationType {
  @Field(() => ID, { description: 'The patient.' })
  patientId!: string;

  @Field(() => ID, { description: 'The consultation.' })
  consultationId!: string;

  @Field(() => CareRelationKindEnum, { description: 'In which part.' })
  kind!: CareRelationKind;
}

@ObjectType('ConsultationFacts', { description: 'What another subgraph’s rules need to know of a consultation.' })
@Directive('@inaccessible')
export class ConsultationFactsType {
  @Field(() => ID, { description: 'The consultation.' })
  id!: string;

  @Field(() => ID, { description: 'Whom it is about.' })
  patientId!: string;

  @Field(() => ID, { description: 'Whose request it is.' })
  institutionId!: string;

  @Field(() => ID, { description: 'The practitioner who asks.' })
  requesterId!: string;

  @Field(() => ServiceKindEnum, { description: 'What kind of service is asked for.' })
  kind!: ServiceKind;

  @Field(() => ConsultationStatusEnum, { description: 'Where it stands.' })
  status!: ConsultationStatus;

  @Field(() => String, { description: 'The specialty that an answer is wanted from.' })
  specialty!: string;

  @Field(() => UrgencyEnum, { description: 'How soon the first answer is due.' })
  urgency!: Urgency;

  @Field(() => [ID], { description: 'Experts who accepted.' })
  acceptedExpertIds!: readonly string[];

  @Field(() => [ID], { description: 'Experts who are asked and have not answered.' })
  invitedExpertIds!: readonly string[];
}

@ObjectType('JoinPermission', { description: 'Whether the viewer may enter the room of a session.' })
@Directive('@inaccessible')
export class JoinPermissionType {
  @Field(() => Boolean, { description: 'They may, now.' })
  allowed!: boolean;

  @Field(() => RoleEnum, { nullable: true, description: 'In which part.' })
  role!: Role | null;

  @Field(() => String, { nullable: true, description: 'What the others see under the picture.' })
  displayIdentity!: string | null;

  @Field(() => String, { nullable: true, description: 'Why not, and what to do.' })
  because!: string | null;
}
