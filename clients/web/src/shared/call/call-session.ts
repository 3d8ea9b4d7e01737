/** One stay in the room: comes in with a token, keeps microphone and camera as wanted, and tells who is there and how it ended. */
import { ConnectionState, DisconnectReason, Room, RoomEvent, Track } from 'livekit-client';
import { type CallView, type LeftBecause, viewOf } from './call-view.ts';
import { publishing, shapePicture } from './picture.ts';
import type { RoomAccess, VideoProfile } from './use-room-access.ts';

export interface Senses {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly cameraId: string | null;
  readonly microphoneId: string | null;
}

export class CallSession {
  view: CallView;
  private senses: Senses;
  private audioOnly = false;
  private profile: VideoProfile | null = null;
  private deviceLost = false;
  private left: LeftBecause | null = null;
  private keeping: Promise<void> = Promise.resolve();
  // No dynacast: its changes of what is sent would meet those that the server advises, and browsers refuse one of two that meet.
  private readonly room = new Room({ adaptiveStream: true });
  private readonly listeners = new Set<() => void>();

  constructor(senses: Senses) {
    this.senses = senses;
    this.view = this.look();
    for (const event of told) this.room.on(event, () => this.tell());
    this.room.on(RoomEvent.Disconnected, (reason) => this.end(becauseOf(reason)));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): CallView => this.view;

  async come({ url, token, video }: RoomAccess): Promise<void> {
    this.left = null;
    this.profile = video;
    try {
      await this.room.connect(url, token);
      await this.keepSenses();
    } catch {
      this.end('lost');
    }
  }

  async leave(): Promise<void> {
    await this.room.disconnect();
    this.end('self');
  }

  async sense(change: Partial<Senses>): Promise<void> {
    this.senses = { ...this.senses, ...change };
    await this.keepSenses();
  }

  /** No picture either way: what a thin line carries best. */
  async voiceOnly(audioOnly: boolean): Promise<void> {
    this.audioOnly = audioOnly;
    for (const { videoTrackPublications } of this.room.remoteParticipants.values())
      for (const publication of videoTrackPublications.values()) publication.setSubscribed(!audioOnly);
    await this.keepSenses();
  }

  async advise(profile: VideoProfile): Promise<void> {
    this.profile = profile;
    await this.keepSenses();
  }

  /** Browsers let a page speak only after a press. */
  letSpeak(): Promise<void> {
    return this.room.startAudio();
  }

  /** One change after the other: a camera that is still being opened is not closed by a later wish. */
  private keepSenses(): Promise<void> {
    this.keeping = this.keeping.then(() => this.keepOnce());
    return this.keeping;
  }

  private async keepOnce(): Promise<void> {
    const { localParticipant, state } = this.room;
    if (state !== ConnectionState.Connected) return;
    if (localParticipant.permissions?.canPublish) {
      const { camera, microphone, cameraId, microphoneId } = this.senses;
      const seen = camera && !this.audioOnly && this.profile?.audioOnly !== true;
      const device = (deviceId: string | null) => (deviceId === null ? {} : { deviceId });
      this.deviceLost = false;
      await localParticipant.setMicrophoneEnabled(microphone, device(microphoneId)).catch(this.loseDevice);
      const { captured, published } = publishing(this.profile);
      await localParticipant
        .setCameraEnabled(seen, { ...captured, ...device(cameraId) }, published)
        .catch(this.loseDevice);
      const track = localParticipant.getTrackPublication(Track.Source.Camera)?.videoTrack;
      // A camera that cannot be made smaller still sends, within what the server lets through.
      if (seen) await shapePicture(track, this.profile).catch(() => undefined);
    }
    this.tell();
  }

  private readonly loseDevice = (): void => {
    this.deviceLost = true;
  };

  private end(because: LeftBecause): void {
    this.left ??= because;
    this.tell();
  }

  private tell(): void {
    this.view = this.look();
    for (const listener of this.listeners) listener();
  }

  private look(): CallView {
    const { senses, audioOnly, profile, deviceLost, left } = this;
    return viewOf(this.room, { senses, audioOnly, profile, deviceLost, left });
  }
}

const told = [
  RoomEvent.ConnectionStateChanged,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.AudioPlaybackStatusChanged,
] as const;

function becauseOf(reason: DisconnectReason | undefined): LeftBecause {
  if (reason === DisconnectReason.CLIENT_INITIATED) return 'self';
  if (reason === DisconnectReason.DUPLICATE_IDENTITY) return 'elsewhere';
  const closed = [DisconnectReason.ROOM_DELETED, DisconnectReason.PARTICIPANT_REMOVED, DisconnectReason.ROOM_CLOSED];
  return reason !== undefined && closed.includes(reason) ? 'closed' : 'lost';
}
