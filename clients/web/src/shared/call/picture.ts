/** The camera's picture as the server advises it for this line. */
import type { LocalVideoTrack, TrackPublishOptions, VideoCaptureOptions } from 'livekit-client';
import type { VideoProfile } from './use-room-access.ts';

interface Publishing {
  readonly captured: VideoCaptureOptions;
  readonly published: TrackPublishOptions;
}

export function publishing(profile: VideoProfile | null): Publishing {
  if (!profile || profile.audioOnly) return { captured: {}, published: {} };
  const { width, height, framesPerSecond: frameRate } = profile;
  return {
    captured: { resolution: { width, height, frameRate } },
    published: { videoEncoding: { maxBitrate: profile.maxBitrateKbps * 1000, maxFramerate: frameRate } },
  };
}

/** Without leaving the air: the same camera, smaller or larger, and no more than the line carries. */
export async function shapePicture(track: LocalVideoTrack | undefined, profile: VideoProfile | null): Promise<void> {
  if (!track || !profile || profile.audioOnly) return;
  const { width, height, framesPerSecond, maxBitrateKbps } = profile;
  await track.mediaStreamTrack.applyConstraints({
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: framesPerSecond, max: framesPerSecond },
  });
  const { sender } = track;
  if (!sender) return;
  const parameters = sender.getParameters();
  const shares = parameters.encodings.map(({ scaleResolutionDownBy = 1 }) => 1 / scaleResolutionDownBy ** 2);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  // Simulcast sends the picture in several sizes at once; together they keep within the limit.
  parameters.encodings.forEach((encoding, index) => {
    encoding.maxBitrate = Math.round(((shares[index] ?? 0) / whole) * maxBitrateKbps * 1000);
    encoding.maxFramerate = framesPerSecond;
  });
  await sender.setParameters(parameters);
}
