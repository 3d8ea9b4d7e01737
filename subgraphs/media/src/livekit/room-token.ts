/** A short token for one participant in one room, as livekit-client needs it. */
import { AccessToken, RoomConfiguration } from 'livekit-server-sdk';
import { identityText, onlyObserves, roleLabels, type RoomIdentity } from '../domain/room-identity.ts';
import type { VideoServer } from './video-server.ts';

/** How long LiveKit keeps an empty room, in seconds: time to find back after a drop on both sides. */
const roomConfig = new RoomConfiguration({ emptyTimeout: 600, departureTimeout: 180, maxParticipants: 20 });

export interface TokenRequest {
  readonly room: string;
  readonly who: RoomIdentity;
  readonly minutes: number;
}

export function roomToken({ apiKey, apiSecret }: VideoServer, { room, who, minutes }: TokenRequest): Promise<string> {
  const speaks = !onlyObserves(who.role);
  const options = { identity: identityText(who), name: roleLabels[who.role], ttl: minutes * 60 };
  const token = new AccessToken(apiKey, apiSecret, options);
  token.addGrant({
    room,
    roomJoin: true,
    canPublish: speaks,
    canPublishData: speaks,
    canSubscribe: true,
    canUpdateOwnMetadata: false,
    hidden: false,
  });
  token.roomConfig = roomConfig;
  return token.toJwt();
}
