import { expect, test } from 'vitest';
import { queueChange } from '../../src/domain/queue.ts';
import type { QueueFacts } from '../../src/domain/queue.ts';

const waiting: QueueFacts = { institutionId: 'clinic', specialty: '心血管内科', status: 'PENDING', urgency: 'URGENT' };

test.each([
  ['a draft is not in the queue', null, 'DRAFT', null],
  ['it enters when it is submitted', 'DRAFT', 'UNDER_REVIEW', 'ENTERED'],
  ['it changes while it goes on', 'PENDING', 'ASSIGNED', 'CHANGED'],
  ['it stays while it is returned', 'UNDER_REVIEW', 'RETURNED', 'CHANGED'],
  ['it leaves when it is completed', 'AWAITING_OPINION', 'COMPLETED', 'LEFT'],
  ['it leaves when it is cancelled', 'PENDING', 'CANCELLED', 'LEFT'],
  ['a closed one is no longer shown', 'COMPLETED', 'COMPLETED', null],
] as const)('%s', (_rule, before, after, expected) => {
  const was = before === null ? null : { ...waiting, status: before };
  expect(queueChange({}, was, { ...waiting, status: after })).toBe(expected);
});

test('a queue shows only its institution, specialty, states and urgencies', () => {
  const seen = (filter: Parameters<typeof queueChange>[0]) => queueChange(filter, null, waiting);
  expect(seen({ institutionId: 'clinic', specialty: '心血管内科', statuses: ['PENDING'], urgencies: ['URGENT'] })).toBe(
    'ENTERED',
  );
  expect(seen({ institutionId: 'other' })).toBeNull();
  expect(seen({ specialty: '神经内科' })).toBeNull();
  expect(seen({ statuses: ['ASSIGNED'] })).toBeNull();
  expect(seen({ urgencies: ['CRITICAL'] })).toBeNull();
});

test('a change of urgency moves it from one queue to another', () => {
  const critical = { ...waiting, urgency: 'CRITICAL' as const };
  expect(queueChange({ urgencies: ['CRITICAL'] }, waiting, critical)).toBe('ENTERED');
  expect(queueChange({ urgencies: ['URGENT'] }, waiting, critical)).toBe('LEFT');
});
