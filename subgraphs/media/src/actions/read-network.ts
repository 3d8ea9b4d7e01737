/** Takes one reading of a participant's line and answers what the camera may send now. */
import { identityText } from '../domain/room-identity.ts';
import type { NetworkQuality } from '../domain/network-line.ts';
import { joinProfile, type VideoProfile } from '../domain/video-profile.ts';
import type { MediaContext } from '../store/media.store.ts';
import { admit, type Admission } from './admission.ts';

export interface NetworkReading {
  readonly consultationId: string;
  readonly networkQuality: NetworkQuality;
}

/** For whoever may be in the room, during the call; falls at once, rises only on a line that has proved itself. */
export async function reportNetworkQuality(context: MediaContext, reading: NetworkReading): Promise<VideoProfile> {
  return profileAfter(context, await admit(context, reading.consultationId), reading.networkQuality);
}

/** Goes on from the participant's last reading in this room, so that a rejoin does not flood a poor line. */
export function profileAfter(
  context: MediaContext,
  { room, who }: Admission,
  quality: NetworkQuality,
): Promise<VideoProfile> {
  const identity = identityText(who);
  return context.asService((own) =>
    own.transact(async ({ networkLines }) => {
      const { profile, line } = joinProfile(quality, await networkLines.last(room.id, identity));
      await networkLines.keep(room.id, identity, line);
      return profile;
    }),
  );
}
