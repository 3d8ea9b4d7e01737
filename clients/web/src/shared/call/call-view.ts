/** The call as it is at one moment, for drawing it. */
import { ConnectionQuality, ConnectionState, type Participant, type Room, Track } from 'livekit-client';
import type { Senses } from './call-session.ts';
import type { VideoProfile } from './use-room-access.ts';

export type LineQuality = 'EXCELLENT' | 'GOOD' | 'POOR' | 'CRITICAL';

/** By oneself, from another window, because the room was closed, or because the line broke. */
export type LeftBecause = 'self' | 'elsewhere' | 'closed' | 'lost';

export interface Seat {
  readonly identity: string;
  readonly self: boolean;
  readonly speaking: boolean;
  readonly muted: boolean;
  /** Null without a picture. */
  readonly video: Track | null;
  readonly audio: Track | null;
  readonly quality: LineQuality | null;
}

export interface CallView {
  readonly state: 'coming' | 'inside' | 'returning' | 'left';
  readonly left: LeftBecause | null;
  /** Oneself last: the others are whom one came for. */
  readonly seats: readonly Seat[];
  readonly senses: Senses;
  readonly audioOnly: boolean;
  readonly profile: VideoProfile | null;
  readonly deviceLost: boolean;
  readonly quality: LineQuality | null;
  /** A coordinator only looks on. */
  readonly sends: boolean;
  readonly silenced: boolean;
}

type Kept = Pick<CallView, 'senses' | 'audioOnly' | 'profile' | 'deviceLost' | 'left'>;

export function viewOf(room: Room, kept: Kept): CallView {
  const { localParticipant } = room;
  const others = [...room.remoteParticipants.values()].map(seatOf);
  return {
    ...kept,
    state: kept.left === null ? stateOf(room.state) : 'left',
    // Before one is inside, one has no identity there.
    seats: [...others, seatOf(localParticipant)].filter(({ identity }) => identity !== ''),
    quality: qualityOf(localParticipant.connectionQuality),
    sends: localParticipant.permissions?.canPublish ?? true,
    silenced: !room.canPlaybackAudio,
  };
}

function stateOf(state: ConnectionState): 'coming' | 'inside' | 'returning' {
  if (state === ConnectionState.Connected) return 'inside';
  return state === ConnectionState.Reconnecting || state === ConnectionState.SignalReconnecting
    ? 'returning'
    : 'coming';
}

function seatOf(participant: Participant): Seat {
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  return {
    identity: participant.identity,
    self: participant.isLocal,
    speaking: participant.isSpeaking,
    muted: microphone?.track === undefined || microphone.isMuted,
    video: camera?.track && !camera.isMuted ? camera.track : null,
    audio: participant.isLocal ? null : (microphone?.track ?? null),
    quality: qualityOf(participant.connectionQuality),
  };
}

function qualityOf(quality: ConnectionQuality): LineQuality | null {
  if (quality === ConnectionQuality.Excellent) return 'EXCELLENT';
  if (quality === ConnectionQuality.Good) return 'GOOD';
  if (quality === ConnectionQuality.Poor) return 'POOR';
  return quality === ConnectionQuality.Lost ? 'CRITICAL' : null;
}
