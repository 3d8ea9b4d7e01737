/** Clocks and dates: deadlines by the server's time, and how they are written. */
import { describe, expect, test } from 'vitest';
import { deadlineAt } from '../src/shared/time/deadline.ts';
import { duration, yearsOld } from '../src/shared/time/format-time.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
describe('a deadline', () => {
  const started = '2026-11-20T12:00:00Z';
  const due = '2026-11-20T12:15:00Z';

  test.each([
    [5, 'calm', 600],
    [11, 'soon', 240],
    [18, 'over', 180],
  ] as const)('after %i minutes of 15 is %s', (minutes, pressure, seconds) => {
    expect(deadlineAt(noon + minutes * 60_000, due, started)).toEqual({ pressure, seconds });
  });
});

test.each([
  [372, '06:12'],
  [3_849, '1:04:09'],
  [187_800, '2d 04:10'],
])('%i seconds are written %s', (seconds, written) => {
  expect(duration(seconds)).toBe(written);
});

test('a year of age is complete on the birthday', () => {
  expect(yearsOld('1961-11-20', Date.parse('2026-11-20T12:00:00'))).toBe(65);
  expect(yearsOld('1961-11-21', Date.parse('2026-11-20T12:00:00'))).toBe(64);
});
