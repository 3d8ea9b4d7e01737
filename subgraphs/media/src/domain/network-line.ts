/** A participant's line: the bitrate it carries and the picture it is allowed, reading by reading. */
export const networkQualities = ['EXCELLENT', 'GOOD', 'POOR', 'CRITICAL'] as const;
export type NetworkQuality = (typeof networkQualities)[number];

/** From least to most. */
export const pictures = ['AUDIO', 'P480', 'P720', 'P1080'] as const;
export type Picture = (typeof pictures)[number];

export interface NetworkLine {
  readonly bitrateKbps: number;
  readonly picture: Picture;
  /** Consecutive good readings since the last bad one, or since the picture last rose. */
  readonly goodReadings: number;
}

const startKbps = 2_000;
const leastKbps = 500;
const mostKbps = 4_000;
const step: Record<NetworkQuality, number> = { EXCELLENT: 200, GOOD: 100, POOR: -200, CRITICAL: -500 };

/** Below this on a critical line, video would starve the voices. */
const audioFloorKbps = 700;
/** So many good readings before the picture rises, so that it does not flicker between two sizes. */
export const readingsToRise = 3;

/** The line after one more reading; without `previous`, after the one at joining. */
export function readLine(quality: NetworkQuality, previous?: NetworkLine): NetworkLine {
  const bitrateKbps = clamp((previous?.bitrateKbps ?? startKbps) + step[quality]);
  const carried = carriedPicture(bitrateKbps, quality);
  if (previous === undefined) return { bitrateKbps, picture: carried, goodReadings: 0 };
  const goodReadings = step[quality] > 0 ? previous.goodReadings + 1 : 0;
  return { bitrateKbps, ...steadied(previous.picture, carried, goodReadings) };
}

/** Falls at once; rises one size at a time, and only on a line that has proved itself. */
function steadied(
  shown: Picture,
  carried: Picture,
  goodReadings: number,
): Pick<NetworkLine, 'picture' | 'goodReadings'> {
  if (rank(carried) < rank(shown)) return { picture: carried, goodReadings };
  if (rank(carried) === rank(shown) || goodReadings < readingsToRise) return { picture: shown, goodReadings };
  return { picture: pictures[rank(shown) + 1] ?? shown, goodReadings: 0 };
}

function carriedPicture(bitrateKbps: number, quality: NetworkQuality): Picture {
  if (quality === 'CRITICAL' && bitrateKbps < audioFloorKbps) return 'AUDIO';
  if (bitrateKbps >= 3_000) return 'P1080';
  return bitrateKbps >= 1_500 ? 'P720' : 'P480';
}

function clamp(kbps: number): number {
  return Math.min(mostKbps, Math.max(leastKbps, kbps));
}

function rank(picture: Picture): number {
  return pictures.indexOf(picture);
}
