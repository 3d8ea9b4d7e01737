/** Consultations: the request, its invitations, opinions and timeline, and the live queue; the heart of the platform. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { consultationsSettings } from './config.ts';
import { addDemoConsultations } from './demo/add-demo-consultations.ts';
import { AnswersResolver } from './graphql/answers.resolver.ts';
import { BetweenServicesResolver } from './graphql/between-services.resolver.ts';
import { ConsultationStepsResolver } from './graphql/consultation-steps.resolver.ts';
import { consultationReferences } from './graphql/consultation.references.ts';
import { ConsultationResolver } from './graphql/consultation.resolver.ts';
import { ConsultationEventResolver, QueueEventResolver } from './graphql/live.resolver.ts';
import { InvitationResolver, OpinionResolver, TimelineEntryResolver } from './graphql/parts.resolver.ts';
import { escalateUnanswered } from './reactions/escalate-unanswered.ts';
import { expireInvitation } from './reactions/expire-invitation.ts';
import { interruptSessionWhenRoomFinished } from './reactions/interrupt-session-when-room-finished.ts';
import { inviteNextExpertWhenInvitationFellThrough } from './reactions/invite-next-expert-when-invitation-fell-through.ts';
import { markConsentRenewedWhenConsentRecorded } from './reactions/mark-consent-renewed-when-consent-recorded.ts';
import { markConsentWithdrawnWhenConsentOver } from './reactions/mark-consent-withdrawn-when-consent-over.ts';
import { consultationSchema, invitationSchema, opinionSchema, timelineSchema } from './store/consultation.schema.ts';
import { consultationsStore } from './store/consultations.store.ts';
import { consultationsMigrations } from './store/migrations.ts';

export const consultations = defineSubgraph({
  name: 'consultations',
  settings: consultationsSettings,
  resolvers: [
    ConsultationResolver,
    ConsultationStepsResolver,
    AnswersResolver,
    InvitationResolver,
    OpinionResolver,
    TimelineEntryResolver,
    ConsultationEventResolver,
    QueueEventResolver,
    BetweenServicesResolver,
  ],
  references: consultationReferences,
  entities: [consultationSchema, invitationSchema, opinionSchema, timelineSchema],
  migrations: consultationsMigrations,
  jobs: [expireInvitation, escalateUnanswered],
  reactions: [
    markConsentWithdrawnWhenConsentOver,
    markConsentRenewedWhenConsentRecorded,
    interruptSessionWhenRoomFinished,
    inviteNextExpertWhenInvitationFellThrough,
  ],
  store: consultationsStore,
  demo: addDemoConsultations,
});
