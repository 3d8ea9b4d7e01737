/** Mutations that ask experts, give their answers, and conclude. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { acceptInvitation } from '../actions/accept-invitation.ts';
import { amendConclusion } from '../actions/amend-conclusion.ts';
import { amendOpinion } from '../actions/amend-opinion.ts';
import { cancelConsultation } from '../actions/cancel-consultation.ts';
import { completeConsultation } from '../actions/complete-consultation.ts';
import { declineInvitation } from '../actions/decline-invitation.ts';
import { inviteExperts } from '../actions/invite-experts.ts';
import { signOpinion } from '../actions/sign-opinion.ts';
import type { CloseReason } from '../domain/consultation-status.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import {
  AmendConclusionInput,
  AmendOpinionInput,
  CompleteConsultationInput,
  DeclineInvitationInput,
  InviteExpertsInput,
  SignOpinionInput,
} from './answer.inputs.ts';
import { ConsultationInput } from './consultation.inputs.ts';
import { ConsultationType } from './consultation.type.ts';
import { CloseReasonEnum } from './enums.ts';

@Resolver(() => ConsultationType)
export class AnswersResolver {
  @Mutation(() => ConsultationType, {
    description:
      'Ask experts: the coordinator or the requesting institution. AGREEMENT_REQUIRED names those that cannot be asked.',
  })
  @RequiresScope('consultations:write')
  inviteExperts(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => InviteExpertsInput, { description: 'What to do, and to which.' }) input: InviteExpertsInput,
  ): Promise<ConsultationType> {
    return inviteExperts(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Take it on: an invited expert. CONFLICT when another was first.' })
  @RequiresScope('consultations:write')
  acceptInvitation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return acceptInvitation(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Decline with a reason: an invited expert.' })
  @RequiresScope('consultations:write')
  declineInvitation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => DeclineInvitationInput, { description: 'What to do, and to which.' })
    input: DeclineInvitationInput,
  ): Promise<ConsultationType> {
    return declineInvitation(context, input);
  }

  @Mutation(() => ConsultationType, {
    description: 'Sign an opinion, or a further version of it: an expert who accepted.',
  })
  @RequiresScope('consultations:write')
  signOpinion(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => SignOpinionInput, { description: 'What to do, and to which.' }) input: SignOpinionInput,
  ): Promise<ConsultationType> {
    return signOpinion(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Conclude: its requester, once an opinion is signed.' })
  @RequiresScope('consultations:write')
  completeConsultation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => CompleteConsultationInput, { description: 'What to do, and to which.' })
    input: CompleteConsultationInput,
  ): Promise<ConsultationType> {
    return completeConsultation(context, input);
  }

  @Mutation(() => ConsultationType, {
    description: 'Add a version of the own opinion after completion: an expert who accepted.',
  })
  @RequiresScope('consultations:write')
  amendOpinion(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => AmendOpinionInput, { description: 'What to do, and to which.' }) input: AmendOpinionInput,
  ): Promise<ConsultationType> {
    return amendOpinion(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Add to the conclusion after completion: its requester.' })
  @RequiresScope('consultations:write')
  amendConclusion(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => AmendConclusionInput, { description: 'What to do, and to which.' }) input: AmendConclusionInput,
  ): Promise<ConsultationType> {
    return amendConclusion(context, input);
  }

  @Mutation(() => ConsultationType, {
    description: 'Cancel: the requester before an expert has accepted, the coordinator afterwards and with a note.',
  })
  @RequiresScope('consultations:write')
  cancelConsultation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'Which, and why.' }) input: ConsultationInput,
    @Arg('closeReason', () => CloseReasonEnum, {
      nullable: true,
      description: 'The coordinator’s reason, for the figures.',
    })
    closeReason: CloseReason | null = null,
  ): Promise<ConsultationType> {
    const { consultationId, note, idempotencyKey } = input;
    return cancelConsultation(context, { consultationId, note, idempotencyKey, closeReason });
  }
}
