/** Mutations that bring a request on its way, and its session from start to end. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { approveConsultation } from '../actions/approve-consultation.ts';
import { createConsultation } from '../actions/create-consultation.ts';
import { endSession } from '../actions/end-session.ts';
import { interruptSession } from '../actions/interrupt-session.ts';
import { resumeSession } from '../actions/resume-session.ts';
import { returnConsultation } from '../actions/return-consultation.ts';
import { startSession } from '../actions/start-session.ts';
import { submitConsultation } from '../actions/submit-consultation.ts';
import { updateConsultation } from '../actions/update-consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { ConsultationInput, CreateConsultationInput, UpdateConsultationInput } from './consultation.inputs.ts';
import { ConsultationType } from './consultation.type.ts';

@Resolver(() => ConsultationType)
export class ConsultationStepsResolver {
  @Mutation(() => ConsultationType, {
    description:
      'Draft a consultation for a patient of the own institution: requesting clinicians, and partner systems that act for one.',
  })
  @RequiresScope('consultations:write')
  createConsultation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => CreateConsultationInput, { description: 'What to do, and to which.' })
    input: CreateConsultationInput,
  ): Promise<ConsultationType> {
    return createConsultation(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Mend a draft or a returned request: its requester.' })
  @RequiresScope('consultations:write')
  updateConsultation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => UpdateConsultationInput, { description: 'What to do, and to which.' })
    input: UpdateConsultationInput,
  ): Promise<ConsultationType> {
    return updateConsultation(context, input);
  }

  @Mutation(() => ConsultationType, {
    description: 'Submit it for review: its requester. INCOMPLETE_REQUEST lists everything that is missing.',
  })
  @RequiresScope('consultations:write')
  submitConsultation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return submitConsultation(context, input);
  }

  @Mutation(() => ConsultationType, {
    description: 'Let it through to the experts: the coordinator. The response clock starts.',
  })
  @RequiresScope('consultations:write')
  approveConsultation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return approveConsultation(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Give it back to its requester with a note: the coordinator.' })
  @RequiresScope('consultations:write')
  returnConsultation(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return returnConsultation(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Start the live session: the requester or an expert who accepted.' })
  @RequiresScope('consultations:write')
  startSession(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return startSession(context, input);
  }

  @Mutation(() => ConsultationType, {
    description: 'Note that the session broke off: those in it, and the coordinator.',
  })
  @RequiresScope('consultations:write')
  interruptSession(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return interruptSession(context, input);
  }

  @Mutation(() => ConsultationType, { description: 'Go on after an interruption: those in it, and the coordinator.' })
  @RequiresScope('consultations:write')
  resumeSession(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return resumeSession(context, input);
  }

  @Mutation(() => ConsultationType, {
    description: 'End the session; opinions fall due: those in it, and the coordinator.',
  })
  @RequiresScope('consultations:write')
  endSession(
    @Ctx() context: ConsultationsContext,
    @Arg('input', () => ConsultationInput, { description: 'What to do, and to which.' }) input: ConsultationInput,
  ): Promise<ConsultationType> {
    return endSession(context, input);
  }
}
