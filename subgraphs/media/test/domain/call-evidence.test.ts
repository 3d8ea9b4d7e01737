import { expect, test } from 'vitest';
import { callEvidence, segmentSeconds } from '../../src/domain/call-evidence.ts';
import type { Presence } from '../../src/domain/call-evidence.ts';

const second = (seconds: number) => new Date(Date.UTC(2026, 4, 4, 4) + seconds * 1000);
const was = (identity: string, from: number, to: number | null): Presence => ({
  identity,
  joinedAt: second(from),
  leftAt: to === null ? null : second(to),
});
const evidence = (...segments: Presence[]) => callEvidence(segments, second(1_000));

test.each([
  ['nobody came', [], 0, 0],
  ['one alone makes no call', [was('zhao', 0, 600)], 0, 1],
  ['two together', [was('zhao', 0, 600), was('wang', 100, 700)], 500, 2],
  ['one after the other is no call', [was('zhao', 0, 300), was('wang', 300, 600)], 0, 2],
  ['three overlapping count once', [was('zhao', 0, 600), was('wang', 100, 300), was('li', 200, 400)], 300, 3],
  ['a rejoin does not count the person twice', [was('zhao', 0, 300), was('zhao', 200, 600)], 0, 1],
  [
    'a rejoin beside its ghost leaves no gap',
    [was('zhao', 0, 300), was('zhao', 300, 600), was('wang', 0, 600)],
    600,
    2,
  ],
  ['an interruption is not counted', [was('zhao', 0, 900), was('wang', 0, 100), was('wang', 500, 600)], 200, 2],
  ['a leaving that was never reported ends with the room', [was('zhao', 0, null), was('wang', 400, null)], 600, 2],
  ['a leaving reported after the room finished too', [was('zhao', 0, 5_000), was('wang', 0, 5_000)], 1_000, 2],
  ['reports in the wrong order count for nothing', [was('zhao', 0, 600), was('wang', 500, 400)], 0, 1],
])('%s', (_rule, segments, callSeconds, participants) => {
  expect(evidence(...segments)).toEqual({ callSeconds, participants });
});

test('a segment lasts whole seconds, never negative', () => {
  expect(segmentSeconds(was('zhao', 10, 75), second(1_000))).toBe(65);
  expect(segmentSeconds(was('zhao', 10, 5), second(1_000))).toBe(0);
  expect(segmentSeconds({ ...was('zhao', 0, null), joinedAt: new Date(second(0).getTime() + 1) }, second(1))).toBe(0);
});
