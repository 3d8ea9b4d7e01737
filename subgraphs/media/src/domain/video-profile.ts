/** What a participant's camera may send on this line, and why, in words that people see during the call. */
import { readLine, readingsToRise } from './network-line.ts';
import type { NetworkLine, NetworkQuality, Picture } from './network-line.ts';

export interface VideoProfile {
  readonly maxBitrateKbps: number;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly audioOnly: boolean;
  readonly because: string;
}

export interface JoinProfile {
  readonly profile: VideoProfile;
  /** To be handed back with the next reading. */
  readonly line: NetworkLine;
}

/** Enough for clear speech. */
const audioKbps = 64;

const frames: Record<Picture, Pick<VideoProfile, 'width' | 'height' | 'framesPerSecond'>> = {
  P1080: { width: 1920, height: 1080, framesPerSecond: 30 },
  P720: { width: 1280, height: 720, framesPerSecond: 25 },
  P480: { width: 854, height: 480, framesPerSecond: 15 },
  AUDIO: { width: 0, height: 0, framesPerSecond: 0 },
};

const qualityNames: Record<NetworkQuality, string> = {
  EXCELLENT: '网络优秀',
  GOOD: '网络良好',
  POOR: '网络较差',
  CRITICAL: '网络极差',
};

export function joinProfile(quality: NetworkQuality, previous?: NetworkLine): JoinProfile {
  const line = readLine(quality, previous);
  const audioOnly = line.picture === 'AUDIO';
  const maxBitrateKbps = audioOnly ? audioKbps : line.bitrateKbps;
  const because = `${qualityNames[quality]}，${audioOnly ? audioWords(line) : videoWords(line)}`;
  return { profile: { maxBitrateKbps, ...frames[line.picture], audioOnly, because }, line };
}

function audioWords({ goodReadings }: NetworkLine): string {
  return `先保证语音，视频已关闭；再有 ${readingsToRise - goodReadings} 次良好读数后自动恢复`;
}

function videoWords({ picture, bitrateKbps }: NetworkLine): string {
  const { height, framesPerSecond } = frames[picture];
  return `视频 ${height}p，每秒 ${framesPerSecond} 帧，上限 ${bitrateKbps} kbps`;
}
