/** Weekly hours become shifts on the calendar of Shanghai. */
import { expect, test } from 'vitest';
import { shiftsWithin } from '../../src/domain/duty-hours.ts';

/** Wednesday 07:30 in Shanghai. */
const wednesday = new Date('2026-05-05T23:30:00Z');
const tomorrow = new Date('2026-05-06T23:30:00Z');
const shifts = (weekday: number, from: string, until: string) =>
  shiftsWithin([{ weekday, from, until }], wednesday, tomorrow).map((shift) => [
    shift.from.toISOString(),
    shift.to.toISOString(),
  ]);

test('a shift of today, in local time', () => {
  expect(shifts(3, '08:00', '12:00')).toEqual([['2026-05-06T00:00:00.000Z', '2026-05-06T04:00:00.000Z']]);
});

test('a night shift that began yesterday still counts', () => {
  expect(shifts(2, '20:00', '08:00')).toEqual([['2026-05-05T12:00:00.000Z', '2026-05-06T00:00:00.000Z']]);
});

test('other days do not', () => {
  expect(shifts(5, '08:00', '12:00')).toEqual([]);
  expect(shifts(2, '14:00', '18:00')).toEqual([]);
});
