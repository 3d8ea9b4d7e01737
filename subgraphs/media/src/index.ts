/** The calls: one room for each consultation, short tokens for those who may enter it, and what LiveKit saw happen there. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { mediaSettings } from './config.ts';
import { ConsultationResolver } from './graphql/consultation.resolver.ts';
import { mediaReferences } from './graphql/media.references.ts';
import { RoomResolver } from './graphql/room.resolver.ts';
import { endCallJob } from './jobs/end-call.ts';
import { sendOutJob } from './jobs/send-out.ts';
import { closeRoomWhenSessionEnded } from './reactions/close-room-when-session-ended.ts';
import { suspendRoomWhenConsentWithdrawn } from './reactions/suspend-room-when-consent-withdrawn.ts';
import { openRoomWhenInvitationAccepted } from './reactions/open-room-when-invitation-accepted.ts';
import { sendOutExpertsWhenNoLongerInvited } from './reactions/send-out-experts-when-no-longer-invited.ts';
import { livekitWebhook } from './routes/livekit-webhook.ts';
import { callSegmentSchema, roomSchema } from './store/media.schema.ts';
import { mediaStore } from './store/media.store.ts';
import { mediaMigrations } from './store/migrations.ts';

export const media = defineSubgraph({
  name: 'media',
  settings: mediaSettings,
  resolvers: [RoomResolver, ConsultationResolver],
  references: mediaReferences,
  entities: [roomSchema, callSegmentSchema],
  migrations: mediaMigrations,
  reactions: [
    openRoomWhenInvitationAccepted,
    closeRoomWhenSessionEnded,
    suspendRoomWhenConsentWithdrawn,
    sendOutExpertsWhenNoLongerInvited,
  ],
  jobs: [endCallJob, sendOutJob],
  routes: [livekitWebhook],
  store: mediaStore,
});
