/** Consultation in the graph. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { CloseReason, ConsultationStatus, ServiceKind, Urgency } from '../domain/consultation-status.ts';
import { CloseReasonEnum, ConsultationStatusEnum, ServiceKindEnum, UrgencyEnum } from './enums.ts';

@ObjectType('Consultation', {
  description:
    'A request for an expert’s answer and everything that happens to it (会诊). FHIR R4 ServiceRequest and Encounter.',
})
@Directive('@key(fields: "id")')
@RequiresScope('consultations:read')
export class ConsultationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Read aloud on the phone: per institution and day, such as HZ-QS01-261120-014.' })
  number!: string;

  @Field(() => ServiceKindEnum, { description: 'What kind of service is asked for.' })
  kind!: ServiceKind;

  @Field(() => ConsultationStatusEnum, { description: 'Where it stands.' })
  status!: ConsultationStatus;

  @Field(() => UrgencyEnum, { description: 'How soon the first answer is due.' })
  urgency!: Urgency;

  @Field(() => String, { description: 'The specialty that an answer is wanted from.' })
  specialty!: string;

  @Field(() => String, { nullable: true, description: 'ICD-10 code of the suspected disease.' })
  diseaseCode!: string | null;

  @Field(() => String, { description: 'Why it is asked and what for; at most 2,000 characters.' })
  reason!: string;

  @Field(() => String, { description: 'History, findings and treatment so far; at most 10,000 characters.' })
  summary!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'By when a first answer is due; set at approval.' })
  respondBy!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was last approved; the time until respondBy counts from here.',
  })
  approvedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When it was drafted.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it last changed.' })
  updatedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was last submitted; waiting counts from here.',
  })
  submittedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The requester’s own decision, with what was added to it later.',
  })
  conclusion!: string | null;

  @Field(() => CloseReasonEnum, { nullable: true, description: 'Why it was cancelled.' })
  closeReason!: CloseReason | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when the patient’s consent is withdrawn; experts do not see the case from then on.',
  })
  consentWithdrawnAt!: Date | null;
}
