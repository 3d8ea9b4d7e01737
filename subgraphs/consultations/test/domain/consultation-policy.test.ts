import { describe, expect, test } from 'vitest';
import { availableActions, mayAct, mayRead } from '../../src/domain/consultation-policy.ts';
import { by, byTimer, consultationIn, people } from './given.ts';

type Person = keyof typeof people;
const everybody = Object.keys(people) as Person[];

function readersOf(consultation: ReturnType<typeof consultationIn>): Person[] {
  return everybody.filter((person) => mayRead(people[person], consultation).allowed);
}

const house: Person[] = ['requester', 'colleague', 'partner', 'ownCoordinator', 'centre'];

describe('who may read', () => {
  test('a draft: the institution, the centre and the patient', () => {
    expect(readersOf(consultationIn('DRAFT'))).toEqual([...house, 'patient']);
  });

  test('a pending one: the invited experts too, and no other expert', () => {
    expect(readersOf(consultationIn('PENDING'))).toEqual([...house, 'wang', 'li', 'patient']);
  });

  test('an expert who declined, or whose seat was taken, no longer', () => {
    const pending = consultationIn('PENDING');
    pending.decline('dr-li', 'UNAVAILABLE', by(people.li, pending));
    expect(readersOf(pending)).not.toContain('li');
    expect(readersOf(consultationIn('ASSIGNED'))).toEqual([...house, 'wang', 'patient']);
  });

  test('no expert once the patient has withdrawn the consent', () => {
    const assigned = consultationIn('ASSIGNED');
    assigned.markConsentWithdrawn(byTimer());
    expect(readersOf(assigned)).toEqual([...house, 'patient']);
    assigned.markConsentRenewed(byTimer());
    expect(readersOf(assigned)).toContain('wang');
  });

  test('everybody else hears the very same as of one that does not exist', () => {
    const pending = consultationIn('PENDING');
    const answers = everybody.filter((p) => !readersOf(pending).includes(p)).map((p) => mayRead(people[p], pending));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ allowed: false, code: 'NOT_FOUND' });
  });
});

test('nobody signed in is asked to sign in', () => {
  const pending = consultationIn('PENDING');
  expect(mayRead(null, pending)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(mayAct(null, pending, 'INVITE')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(availableActions(null, pending)).toEqual([]);
});

test('a service of the platform reads for its rules and ends what broke off, but decides nothing', () => {
  const media = { ...people.nobody, subject: 'service:media', service: 'media' };
  const inCall = consultationIn('IN_PROGRESS');
  expect(availableActions(media, inCall)).toEqual(['INTERRUPT', 'END']);
  expect(mayAct(media, inCall, 'CANCEL')).toMatchObject({ code: 'FORBIDDEN' });
});

describe('who may act', () => {
  const verdict = (
    person: Person,
    status: Parameters<typeof consultationIn>[0],
    action: Parameters<typeof mayAct>[2],
  ) => {
    const decision = mayAct(people[person], consultationIn(status), action);
    return decision.allowed ? 'yes' : decision.code;
  };

  test.each([
    ['requester', 'DRAFT', 'SUBMIT', 'yes'],
    ['colleague', 'DRAFT', 'SUBMIT', 'FORBIDDEN'],
    ['otherRequester', 'DRAFT', 'SUBMIT', 'NOT_FOUND'],
    ['centre', 'UNDER_REVIEW', 'APPROVE', 'yes'],
    ['ownCoordinator', 'UNDER_REVIEW', 'APPROVE', 'yes'],
    ['requester', 'UNDER_REVIEW', 'APPROVE', 'FORBIDDEN'],
    ['otherCoordinator', 'UNDER_REVIEW', 'APPROVE', 'NOT_FOUND'],
    ['colleague', 'PENDING', 'INVITE', 'yes'],
    ['wang', 'PENDING', 'ACCEPT', 'yes'],
    ['otherExpert', 'PENDING', 'ACCEPT', 'NOT_FOUND'],
    ['centre', 'PENDING', 'ACCEPT', 'FORBIDDEN'],
    ['wang', 'ASSIGNED', 'START', 'yes'],
    ['patient', 'ASSIGNED', 'START', 'FORBIDDEN'],
    ['wang', 'AWAITING_OPINION', 'COMPLETE', 'FORBIDDEN'],
    ['requester', 'AWAITING_OPINION', 'SIGN_OPINION', 'FORBIDDEN'],
    ['nobody', 'PENDING', 'UPDATE', 'NOT_FOUND'],
  ] as const)('%s, %s, %s: %s', (person, status, action, expected) => {
    expect(verdict(person, status, action)).toBe(expected);
  });

  test('the loser of a seat may still try, so that CONFLICT and not NOT_FOUND is the answer', () => {
    expect(verdict('li', 'ASSIGNED', 'ACCEPT')).toBe('yes');
    expect(verdict('li', 'ASSIGNED', 'START')).toBe('NOT_FOUND');
  });

  test('withdrawn consent stops what would go on, not what closes the case', () => {
    const assigned = consultationIn('ASSIGNED');
    assigned.markConsentWithdrawn(byTimer());
    expect(mayAct(people.requester, assigned, 'START')).toMatchObject({ code: 'CONSENT_REQUIRED' });
    expect(mayAct(people.wang, assigned, 'SIGN_OPINION')).toMatchObject({ code: 'NOT_FOUND' });
    expect(mayAct(people.centre, assigned, 'CANCEL')).toMatchObject({ allowed: true });
  });
});

describe('available actions', () => {
  test.each([
    ['requester', 'DRAFT', ['UPDATE', 'SUBMIT', 'CANCEL']],
    ['requester', 'UNDER_REVIEW', ['CANCEL']],
    ['centre', 'UNDER_REVIEW', ['APPROVE', 'RETURN']],
    ['requester', 'PENDING', ['INVITE', 'CANCEL']],
    ['colleague', 'PENDING', ['INVITE']],
    ['wang', 'PENDING', ['ACCEPT', 'DECLINE']],
    ['li', 'ASSIGNED', []],
    ['wang', 'ASSIGNED', ['START', 'SIGN_OPINION']],
    ['requester', 'IN_PROGRESS', ['INTERRUPT', 'END']],
    ['centre', 'IN_PROGRESS', ['INTERRUPT', 'END', 'CANCEL']],
    ['requester', 'AWAITING_OPINION', []],
    ['wang', 'COMPLETED', ['AMEND']],
    ['patient', 'IN_PROGRESS', []],
  ] as const)('%s, %s: %s', (person, status, expected) => {
    expect(availableActions(people[person], consultationIn(status))).toEqual(expected);
  });

  test('each of them is allowed by the policy: buttons and mutations agree', () => {
    for (const status of ['DRAFT', 'PENDING', 'ASSIGNED', 'IN_PROGRESS', 'COMPLETED'] as const) {
      const consultation = consultationIn(status);
      for (const person of everybody) {
        for (const action of availableActions(people[person], consultation)) {
          expect(mayAct(people[person], consultation, action).allowed).toBe(true);
        }
      }
    }
  });
});
