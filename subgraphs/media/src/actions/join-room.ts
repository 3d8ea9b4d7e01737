/** The requesting side, an expert who accepted, the patient or an observing coordinator gets a short token for the room. */
import type { NetworkQuality } from '../domain/network-line.ts';
import type { VideoProfile } from '../domain/video-profile.ts';
import { roomToken } from '../livekit/room-token.ts';
import { requireVideoServer } from '../livekit/video-server.ts';
import type { MediaContext } from '../store/media.store.ts';
import { admit } from './admission.ts';
import { profileAfter } from './read-network.ts';

export interface Joining {
  readonly consultationId: string;
  /** null: as good as most. */
  readonly networkQuality: NetworkQuality | null;
}

export interface RoomAccess {
  readonly url: string;
  readonly token: string;
  readonly expiresAt: Date;
  readonly room: string;
  readonly video: VideoProfile;
}

/** While the consultation is ASSIGNED, IN_PROGRESS or INTERRUPTED. A rejoin has the same identity and replaces its own ghost. */
export async function joinRoom(
  context: MediaContext,
  { consultationId, networkQuality }: Joining,
): Promise<RoomAccess> {
  const admission = await admit(context, consultationId);
  const server = requireVideoServer(context.settings);
  const minutes = context.settings.ROOM_TOKEN_MINUTES;
  const expiresAt = new Date(context.clock.now().getTime() + minutes * 60_000);
  const video = await profileAfter(context, admission, networkQuality ?? 'GOOD');
  const { room, who } = admission;
  await context.transact(async ({ audit }) => audit.record('room.join', room));
  const token = await roomToken(server, { room: room.name, who, minutes });
  return { url: server.url, token, expiresAt, room: room.name, video };
}
