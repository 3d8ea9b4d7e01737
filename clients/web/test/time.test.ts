/** Clocks and dates: the server's time from its answers, deadlines by it, and how they are written. */
import { describe, expect, test } from 'vitest';
import { ServerClock } from '../src/graph/server-clock.ts';
import { deadlineAt } from '../src/shared/time/deadline.ts';
import { duration, yearsOld } from '../src/shared/time/format-time.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const answerAt = (time: number) => new Response(null, { headers: { date: new Date(time).toUTCString() } });

describe('the server’s clock', () => {
  test('is learnt to well within a second, whatever the device says', () => {
    let device = noon - 3_600_000;
    const clock = new ServerClock(() => device);
    const server = () => device + 3_600_400;
    for (let answer = 0; answer < 20; answer += 1) {
      const sentAt = device;
      device += 130;
      clock.learn(answerAt(server()), sentAt);
    }
    expect(Math.abs(clock.now() - server())).toBeLessThan(300);
  });

  test('starts anew when somebody sets the device’s clock', () => {
    let device = noon;
    const clock = new ServerClock(() => device);
    clock.learn(answerAt(noon), device);
    device = noon - 600_000;
    clock.learn(answerAt(noon), device);
    expect(Math.abs(clock.now() - noon)).toBeLessThan(1_000);
  });
});

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
