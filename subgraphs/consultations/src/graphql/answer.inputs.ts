/** What asking experts, their answers and the conclusion take. */
import { Field, ID, InputType } from 'type-graphql';
import type { DeclineReason } from '../domain/consultation-status.ts';
import { ConsultationInput } from './consultation.inputs.ts';
import { DeclineReasonEnum } from './enums.ts';

@InputType('InviteExpertsInput', { description: 'Which experts to ask; at most 20 at once.' })
export class InviteExpertsInput extends ConsultationInput {
  @Field(() => [ID], { description: 'Experts whose institutions have an agreement in force.' })
  expertIds!: string[];
}

@InputType('DeclineInvitationInput', { description: 'A refusal and its reason.' })
export class DeclineInvitationInput extends ConsultationInput {
  @Field(() => DeclineReasonEnum, {
    description: 'Why; OTHER needs a note. WRONG_SPECIALTY asks the next expert at once.',
  })
  reason!: DeclineReason;
}

@InputType('SignOpinionInput', { description: 'An expert’s opinion.' })
export class SignOpinionInput extends ConsultationInput {
  @Field(() => String, { description: 'What the expert takes it for; at most 2,000 characters.' })
  diagnosis!: string;

  @Field(() => String, { nullable: true, description: 'ICD-10 code of the diagnosis.' })
  diseaseCode?: string | null;

  @Field(() => String, { description: 'What the expert advises; at most 10,000 characters.' })
  advice!: string;
}

@InputType('CompleteConsultationInput', { description: 'The requester’s own decision.' })
export class CompleteConsultationInput extends ConsultationInput {
  @Field(() => String, { description: 'The conclusion; at most 10,000 characters.' })
  conclusion!: string;
}

@InputType('AmendConclusionInput', { description: 'What the requester adds after completion.' })
export class AmendConclusionInput extends ConsultationInput {
  @Field(() => String, { description: 'The addition; at most 10,000 characters.' })
  conclusion!: string;
}

@InputType('AmendOpinionInput', { description: 'A new version of the own opinion after completion.' })
export class AmendOpinionInput extends SignOpinionInput {}
