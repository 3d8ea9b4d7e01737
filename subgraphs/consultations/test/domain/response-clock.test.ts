import { expect, test } from 'vitest';
import { defaultResponseClock, respondBy } from '../../src/domain/response-clock.ts';
import { minutesLater, noon } from './given.ts';

test.each([
  ['CRITICAL', 5],
  ['URGENT', 10],
  ['ROUTINE', 15],
] as const)('%s is answered within %i minutes of approval', (urgency, minutes) => {
  expect(respondBy({ urgency }, noon)).toEqual(minutesLater(minutes));
});

test('scheduled work has a day', () => {
  expect(respondBy({ urgency: 'URGENT', scheduled: true }, noon)).toEqual(minutesLater(24 * 60));
});

test('an institution may set its own clock', () => {
  const own = { ...defaultResponseClock, minutes: { CRITICAL: 2, URGENT: 20, ROUTINE: 60 } };
  expect(respondBy({ urgency: 'CRITICAL' }, noon, own)).toEqual(minutesLater(2));
});
