/** Ends the call on the LiveKit server; tried again until the server has answered. */
import type { Job } from '@huizhen/platform/subgraph/define-subgraph';
import { z } from 'zod';
import { deleteRoom } from '../livekit/room-service.ts';
import { requireVideoServer } from '../livekit/video-server.ts';
import type { MediaContext } from '../store/media.store.ts';

const task = z.object({ room: z.string() });

export const endCallJob: Job<MediaContext> = {
  name: 'end-call',
  run: (context, data) => deleteRoom(requireVideoServer(context.settings), task.parse(data).room),
};
