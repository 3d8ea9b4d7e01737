/** Reading consultations, and the fields that are more than columns. */
import { connectionOf, PageArgs, type Connection } from '@huizhen/platform/subgraph/connection';
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { availableActions } from '../domain/consultation-policy.ts';
import type { ConsultationAction, ConsultationStatus } from '../domain/consultation-status.ts';
import type { Consultation } from '../domain/consultation.ts';
import { consultationWithId } from '../queries/consultation-with-id.ts';
import { listConsultations } from '../queries/list-consultations.ts';
import { missingIn } from '../queries/missing-in.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { databaseTime, timelineOf } from './consultation.loaders.ts';
import { ConsultationType } from './consultation.type.ts';
import { ConsultationActionEnum, ConsultationStatusEnum } from './enums.ts';
import { InstitutionStub } from './institution.stub.ts';
import { InvitationType } from './invitation.type.ts';
import { MissingItemType } from './missing-item.type.ts';
import { OpinionType } from './opinion.type.ts';
import { PatientStub } from './patient.stub.ts';
import { PractitionerStub } from './practitioner.stub.ts';
import { TimelineEntryType } from './timeline-entry.type.ts';

const ConsultationConnection = connectionOf('Consultation', ConsultationType);

@Resolver(() => ConsultationType)
export class ConsultationResolver {
  @Query(() => ConsultationType, {
    nullable: true,
    description: 'One consultation; NOT_FOUND when it is not there or not yours.',
  })
  @RequiresScope('consultations:read')
  consultation(
    @Ctx() context: ConsultationsContext,
    @Arg('id', () => ID, { description: 'The consultation.' }) id: string,
  ): Promise<ConsultationType> {
    return consultationWithId(context, id);
  }

  @Query(() => ConsultationConnection, { description: 'The consultations that you may see, newest first.' })
  @RequiresScope('consultations:read')
  consultations(
    @Ctx() context: ConsultationsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('statuses', () => [ConsultationStatusEnum], {
      nullable: true,
      description: 'Only those in one of these states.',
    })
    statuses?: ConsultationStatus[] | null,
    @Arg('patientId', () => ID, { nullable: true, description: 'Only this patient’s.' }) patientId?: string | null,
  ): Promise<Connection<ConsultationType>> {
    return listConsultations(context, { statuses, patientId }, page);
  }

  @FieldResolver(() => Boolean, { description: 'It waits for an expert beyond its deadline.' })
  async overdue(@Root() consultation: Consultation, @Ctx() context: ConsultationsContext): Promise<boolean> {
    return consultation.overdue(await databaseTime(context));
  }

  @FieldResolver(() => PractitionerStub, { description: 'Who asks.' })
  @RequiresScope('directory:read')
  requester(@Root() { requesterId }: Consultation): PractitionerStub {
    return { id: requesterId };
  }

  @FieldResolver(() => InstitutionStub, { description: 'Whose request it is.' })
  @RequiresScope('directory:read')
  institution(@Root() { institutionId }: Consultation): InstitutionStub {
    return { id: institutionId };
  }

  @FieldResolver(() => PatientStub, { description: 'Whom it is about.' })
  patient(@Root() { patientId }: Consultation): PatientStub {
    return { id: patientId };
  }

  @FieldResolver(() => PatientStub, {
    nullable: true,
    description:
      'The same, for lists that have to stand while patients cannot be read: then it is null, with an error, and everything else is there.',
  })
  patientIfReachable(@Root() { patientId }: Consultation): PatientStub {
    return { id: patientId };
  }

  @FieldResolver(() => [InvitationType], { description: 'The experts that were asked, in the order of asking.' })
  invitations(@Root() { invitations }: Consultation): readonly InvitationType[] {
    return invitations;
  }

  @FieldResolver(() => [OpinionType], { description: 'The signed opinions with all their versions, oldest first.' })
  opinions(@Root() { opinions }: Consultation): readonly OpinionType[] {
    return opinions;
  }

  @FieldResolver(() => [TimelineEntryType], { description: 'Everything that happened, oldest first.' })
  timeline(@Root() { id }: Consultation, @Ctx() context: ConsultationsContext): Promise<readonly TimelineEntryType[]> {
    return timelineOf(context).load(id);
  }

  @FieldResolver(() => [ConsultationActionEnum], {
    description: 'What you may do now: the same table that the mutations keep.',
  })
  availableActions(@Root() consultation: Consultation, @Ctx() context: ConsultationsContext): ConsultationAction[] {
    return availableActions(context.viewer, consultation);
  }

  @FieldResolver(() => [MissingItemType], {
    nullable: true,
    description:
      'What it lacks before it can be submitted, by the rule of submitConsultation; null when that is not yours to do, or not now.',
  })
  missing(
    @Root() consultation: Consultation,
    @Ctx() context: ConsultationsContext,
  ): Promise<readonly MissingItemType[] | null> {
    return missingIn(context, consultation);
  }
}
