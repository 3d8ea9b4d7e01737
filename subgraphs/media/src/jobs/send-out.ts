/** Removes one participant on the LiveKit server; tried again until the server has answered. */
import type { Job } from '@huizhen/platform/subgraph/define-subgraph';
import { z } from 'zod';
import { removeParticipant } from '../livekit/room-service.ts';
import { requireVideoServer } from '../livekit/video-server.ts';
import type { MediaContext } from '../store/media.store.ts';

const task = z.object({ room: z.string(), identity: z.string() });

export const sendOutJob: Job<MediaContext> = {
  name: 'send-out',
  run(context, data) {
    const { room, identity } = task.parse(data);
    return removeParticipant(requireVideoServer(context.settings), { room, identity, now: context.clock.now() });
  },
};
