/** The platform's time, from the dates of its answers. */
import { describe, expect, test } from 'vitest';
import { ServerClock } from '../src/server-clock.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const answerAt = (time: number) => new Date(time).toUTCString();

describe('the server’s clock', () => {
  test('is learnt to well within a second, whatever the device says', () => {
    let device = noon - 3_600_000;
    const clock = new ServerClock({ now: () => device });
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
    const clock = new ServerClock({ now: () => device });
    clock.learn(answerAt(noon), device);
    device = noon - 600_000;
    clock.learn(answerAt(noon), device);
    expect(Math.abs(clock.now() - noon)).toBeLessThan(1_000);
  });
});
