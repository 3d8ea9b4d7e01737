import { describe, expect, test } from 'vitest';
import type { NetworkLine, NetworkQuality } from '../../src/domain/network-line.ts';
import { joinProfile } from '../../src/domain/video-profile.ts';

/** The profile after these readings, first to last. */
function after(readings: readonly NetworkQuality[], from?: NetworkLine) {
  let line = from;
  let profile = null;
  for (const reading of readings) ({ line, profile } = joinProfile(reading, line));
  return profile;
}
const times = (count: number, quality: NetworkQuality) => Array.from({ length: count }, () => quality);

describe('at joining', () => {
  test.each([
    ['EXCELLENT', 2_200, 720],
    ['GOOD', 2_100, 720],
    ['POOR', 1_800, 720],
    ['CRITICAL', 1_500, 720],
  ] as const)('a line that is %s starts with %i kbps', (quality, maxBitrateKbps, height) => {
    expect(after([quality])).toMatchObject({ maxBitrateKbps, height, framesPerSecond: 25, audioOnly: false });
  });
});

describe('during the call', () => {
  test('the bitrate stays between 500 and 4000', () => {
    expect(after(times(30, 'EXCELLENT'))?.maxBitrateKbps).toBe(4_000);
    expect(after([...times(3, 'CRITICAL'), ...times(9, 'POOR'), ...times(3, 'GOOD')])?.maxBitrateKbps).toBe(800);
  });

  test.each([
    [3_000, 'P1080', 1080, 30],
    [1_500, 'P720', 720, 25],
    [1_400, 'P480', 480, 15],
  ] as const)('%i kbps carry %s', (kbps, picture, height, framesPerSecond) => {
    const line = { bitrateKbps: kbps + 200, picture, goodReadings: 0 };
    expect(after(['POOR'], line)).toMatchObject({ maxBitrateKbps: kbps, height, framesPerSecond });
  });

  test('the picture falls at once', () => {
    expect(after(['POOR'], { bitrateKbps: 3_100, picture: 'P1080', goodReadings: 9 })).toMatchObject({ height: 720 });
  });

  test('and rises only after three good readings in a row', () => {
    const low: NetworkLine = { bitrateKbps: 1_450, picture: 'P480', goodReadings: 0 };
    expect(after(['GOOD', 'GOOD'], low)).toMatchObject({ maxBitrateKbps: 1_650, height: 480 });
    expect(after(['GOOD', 'GOOD', 'GOOD'], low)).toMatchObject({ height: 720 });
    expect(after(['GOOD', 'EXCELLENT', 'POOR', 'EXCELLENT', 'GOOD'], low)).toMatchObject({ height: 480 });
  });

  test('one size at a time', () => {
    const low: NetworkLine = { bitrateKbps: 3_500, picture: 'P480', goodReadings: 2 };
    expect(after(['EXCELLENT'], low)).toMatchObject({ height: 720 });
    expect(after(['EXCELLENT', 'EXCELLENT'], low)).toMatchObject({ height: 720 });
  });
});

describe('when the line breaks down', () => {
  const broken = times(3, 'CRITICAL');

  test('the voices go first: no video, and the reason is told', () => {
    expect(after(broken)).toEqual({
      maxBitrateKbps: 64,
      width: 0,
      height: 0,
      framesPerSecond: 0,
      audioOnly: true,
      because: '网络极差，先保证语音，视频已关闭；再有 3 次良好读数后自动恢复',
    });
  });

  test('a poor line does not bring the video back, three good readings do', () => {
    expect(after([...broken, 'POOR'])?.audioOnly).toBe(true);
    expect(after([...broken, 'GOOD', 'GOOD'])).toMatchObject({
      audioOnly: true,
      because: expect.stringContaining('再有 1 次'),
    });
    expect(after([...broken, 'GOOD', 'GOOD', 'GOOD'])).toMatchObject({ audioOnly: false, height: 480 });
  });

  test('a merely poor line keeps a small picture', () => {
    expect(after(times(20, 'POOR'))).toMatchObject({ maxBitrateKbps: 500, height: 480, audioOnly: false });
  });
});

test('the profile says why in words', () => {
  expect(after(['GOOD'])?.because).toBe('网络良好，视频 720p，每秒 25 帧，上限 2100 kbps');
});
