/** What the mutations of consultations take. */
import { Field, ID, InputType } from 'type-graphql';
import type { ServiceKind, Urgency } from '../domain/consultation-status.ts';
import { ServiceKindEnum, UrgencyEnum } from './enums.ts';

const KEY = 'The same key with the same input answers the same and does nothing twice.';

@InputType('CreateConsultationInput', { description: 'A request for an expert’s answer, as a draft.' })
export class CreateConsultationInput {
  @Field(() => ID, { description: 'A patient of the own institution.' })
  patientId!: string;

  @Field(() => ServiceKindEnum, { description: 'What kind of service is asked for.' })
  kind!: ServiceKind;

  @Field(() => UrgencyEnum, { description: 'How soon the first answer is due.' })
  urgency!: Urgency;

  @Field(() => String, { description: 'The specialty that an answer is wanted from; at most 100 characters.' })
  specialty!: string;

  @Field(() => String, { nullable: true, description: 'ICD-10 code of the suspected disease.' })
  diseaseCode?: string | null;

  @Field(() => String, { description: 'Why it is asked and what for; at most 2,000 characters.' })
  reason!: string;

  @Field(() => String, { description: 'History, findings and treatment so far; at most 10,000 characters.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ConsultationInput', { description: 'Which consultation, and a remark for its timeline.' })
export class ConsultationInput {
  @Field(() => ID, { description: 'The consultation.' })
  consultationId!: string;

  @Field(() => String, { nullable: true, description: 'A remark for the timeline; at most 2,000 characters.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('UpdateConsultationInput', {
  description: 'What to change in a draft or a returned request; the rest stays.',
})
export class UpdateConsultationInput extends ConsultationInput {
  @Field(() => ServiceKindEnum, { nullable: true, description: 'What kind of service is asked for.' })
  kind?: ServiceKind | null;

  @Field(() => UrgencyEnum, { nullable: true, description: 'How soon the first answer is due.' })
  urgency?: Urgency | null;

  @Field(() => String, { nullable: true, description: 'The specialty that an answer is wanted from.' })
  specialty?: string | null;

  @Field(() => String, { nullable: true, description: 'ICD-10 code of the suspected disease; null removes it.' })
  diseaseCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is asked and what for; at most 2,000 characters.' })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'History, findings and treatment so far; at most 10,000 characters.',
  })
  summary?: string | null;
}
