import { describe, expect, test } from 'vitest';
import { actorKinds } from '../../src/domain/actor.ts';
import { consultationActions, consultationStatuses } from '../../src/domain/consultation-status.ts';
import type { ConsultationAction, ConsultationStatus } from '../../src/domain/consultation-status.ts';
import { actionsAllowed, transitionFor, transitions } from '../../src/domain/consultation-transitions.ts';

const facts = (status: ConsultationStatus) => ({
  status,
  kind: 'CONSULTATION' as const,
  startedAt: new Date(0),
  opinions: ['one'],
});

const possible: Record<ConsultationStatus, readonly ConsultationAction[]> = {
  DRAFT: ['UPDATE', 'SUBMIT', 'CANCEL'],
  UNDER_REVIEW: ['APPROVE', 'RETURN', 'CANCEL'],
  RETURNED: ['UPDATE', 'SUBMIT', 'CANCEL'],
  PENDING: ['INVITE', 'ACCEPT', 'DECLINE', 'CANCEL'],
  ASSIGNED: ['DECLINE', 'START', 'SIGN_OPINION', 'CANCEL'],
  IN_PROGRESS: ['DECLINE', 'INTERRUPT', 'END', 'SIGN_OPINION', 'CANCEL'],
  INTERRUPTED: ['DECLINE', 'RESUME', 'END', 'CANCEL'],
  AWAITING_OPINION: ['DECLINE', 'SIGN_OPINION', 'COMPLETE', 'CANCEL'],
  COMPLETED: ['AMEND'],
  CANCELLED: [],
};

describe('what is possible at all in each state', () => {
  test.each(consultationStatuses)('%s', (status) => {
    expect(actionsAllowed(facts(status), actorKinds)).toEqual(possible[status]);
  });
});

test('every action of the contract has its place in the table', () => {
  expect(consultationActions.filter((action) => !transitions.some((row) => row.action === action))).toEqual([]);
});

test('a multidisciplinary consultation takes more experts after the first acceptance, an ordinary one does not', () => {
  const many = { ...facts('ASSIGNED'), kind: 'MULTIDISCIPLINARY' as const };
  expect(transitionFor('INVITE', many, ['coordinator'])?.to).toBe('STAYS');
  expect(transitionFor('ACCEPT', many, ['invitedExpert'])?.to).toBe('STAYS');
  expect(transitionFor('INVITE', facts('ASSIGNED'), ['coordinator'])).toBeUndefined();
});

test('answered in writing, a consultation may still be talked over, once', () => {
  expect(transitionFor('START', { ...facts('AWAITING_OPINION'), startedAt: null }, ['requester'])?.to).toBe(
    'IN_PROGRESS',
  );
  expect(transitionFor('START', facts('AWAITING_OPINION'), ['requester'])).toBeUndefined();
});

test('only the requester cancels before acceptance, only the coordinator after it', () => {
  const whoCancels = (status: ConsultationStatus) =>
    actorKinds.filter((kind) => transitionFor('CANCEL', facts(status), [kind]) !== undefined);
  const before = ['DRAFT', 'UNDER_REVIEW', 'RETURNED', 'PENDING'] as const;
  const after = ['ASSIGNED', 'IN_PROGRESS', 'INTERRUPTED', 'AWAITING_OPINION'] as const;
  for (const status of before) expect(whoCancels(status)).toEqual(['requester']);
  for (const status of after) expect(whoCancels(status)).toEqual(['coordinator']);
  for (const status of ['COMPLETED', 'CANCELLED'] as const) expect(whoCancels(status)).toEqual([]);
});

test('only the requester completes', () => {
  expect(actorKinds.filter((kind) => transitionFor('COMPLETE', facts('AWAITING_OPINION'), [kind]))).toEqual([
    'requester',
  ]);
});
