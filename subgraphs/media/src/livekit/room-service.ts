/** Ends calls and removes participants on the LiveKit server; what is gone already is as good as removed. */
import { RoomServiceClient, ServerError } from 'livekit-server-sdk';
import type { VideoServer } from './video-server.ts';

export async function deleteRoom(server: VideoServer, room: string): Promise<void> {
  await orGone(clientOf(server).deleteRoom(room));
}

export interface Removal {
  readonly room: string;
  readonly identity: string;
  readonly now: Date;
}

/** Also ends the tokens that the participant still holds, where the server knows how to. */
export async function removeParticipant(server: VideoServer, { room, identity, now }: Removal): Promise<void> {
  const revokeTokenTs = BigInt(Math.ceil(now.getTime() / 1000));
  await orGone(clientOf(server).removeParticipant(room, identity, { revokeTokenTs }));
}

function clientOf({ url, apiKey, apiSecret }: VideoServer): RoomServiceClient {
  return new RoomServiceClient(url, apiKey, apiSecret);
}

async function orGone(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof ServerError) || error.status !== 404) throw error;
  }
}
