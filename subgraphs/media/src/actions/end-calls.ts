/** What makes LiveKit end a call or let somebody go: jobs, so that a server out of reach is asked again and again. */
import { videoServer } from '../livekit/video-server.ts';
import type { MediaContext, MediaUnit } from '../store/media.store.ts';

export async function endCall(own: MediaContext, unit: MediaUnit, room: string): Promise<void> {
  if (videoServer(own.settings) === null) return;
  await unit.jobs.schedule('end-call', { room }, await unit.databaseTime(), room);
}

export async function sendOut(
  own: MediaContext,
  unit: MediaUnit,
  { room, identity }: { room: string; identity: string },
): Promise<void> {
  if (videoServer(own.settings) === null) return;
  await unit.jobs.schedule('send-out', { room, identity }, await unit.databaseTime(), `${room}/${identity}`);
}
