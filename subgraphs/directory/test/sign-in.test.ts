/** The rules of signing in, asked over GraphQL on a real PostgreSQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseServer, opened, refresh, signIn, type OpenDirectory } from './given.ts';

let server: Awaited<ReturnType<typeof databaseServer>>;
let at: OpenDirectory;
beforeAll(async () => {
  server = await databaseServer();
  at = await server.open();
});
afterAll(async () => {
  await at?.stop();
  await server?.stop();
});

describe('name and password', () => {
  test('every demo account signs in with the published password and has its role', async () => {
    const roles = [
      'requester',
      'expert1',
      'coordinator',
      'patient',
      'pharmacist',
      'finance',
      'auditor',
      'admin',
      'partner',
    ];
    for (const username of roles) {
      const { viewer, stepsToDo } = opened(await signIn(at, username));
      expect(viewer.roles).toEqual([username.replace('1', '').toUpperCase()]);
      expect(stepsToDo).toEqual([]);
    }
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = await signIn(at, 'expert2', 'not it');
    expect(wrong).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await signIn(at, 'nobody-of-this-name', 'not it')).toEqual(wrong);
  });

  test('after ten failures the name is locked for a while, even for the right password', async () => {
    for (let n = 0; n < 10; n += 1)
      expect(await signIn(at, 'partner', 'guess')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await signIn(at, 'partner')).toMatchObject({ code: 'RATE_LIMITED', extensions: { retryAfterSeconds: 900 } });
    expect(await signIn(at, 'finance')).toHaveProperty('accessToken');
  });

  test('the demo can be laid twice, and is no real account', async () => {
    await at.layDemo();
    expect(await at.holdsRealAccounts()).toBe(false);
  });
});

describe('sessions', () => {
  test('each refresh token gives the next one', async () => {
    const first = opened(await signIn(at, 'requester'));
    const second = opened(await refresh(at, first.refreshToken));
    const third = opened(await refresh(at, second.refreshToken));
    expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
    expect(third.viewer).toEqual(first.viewer);
  });

  test('a refresh token that comes a second time ends the session, also for the newest token', async () => {
    const first = opened(await signIn(at, 'requester'));
    const second = opened(await refresh(at, first.refreshToken));
    expect(await refresh(at, first.refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refresh(at, second.refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('of many who refresh with one token at once, one wins', async () => {
    const { refreshToken } = opened(await signIn(at, 'requester'));
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(at, refreshToken)));
    expect(answers.filter((answer) => 'accessToken' in answer)).toHaveLength(1);
  });

  describe('whose answer was lost on its way', () => {
    const twice = async (first: string | undefined, again: string | undefined, secondsLater = 0) => {
      const { refreshToken } = opened(await signIn(at, 'requester'));
      const lost = opened(await refresh(at, refreshToken, first));
      at.clock.at += secondsLater * 1_000;
      const answer = await refresh(at, refreshToken, again);
      at.clock.at -= secondsLater * 1_000;
      return { refreshToken, lost, answer };
    };

    test('goes on for the same attempt', async () => {
      const { answer } = await twice('an attempt', 'an attempt', 29);
      expect(opened(await refresh(at, opened(answer).refreshToken))).toHaveProperty('accessToken');
    });

    test('does not go on for another attempt, without one, or later', async () => {
      for (const { lost, answer } of [
        await twice('an attempt', 'another'),
        await twice('an attempt', undefined),
        await twice(undefined, 'an attempt'),
        await twice('', ''),
        await twice('an attempt', 'an attempt', 31),
      ]) {
        expect(answer).toMatchObject({ code: 'UNAUTHENTICATED' });
        expect(await refresh(at, lost.refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
      }
    });

    test('goes on however often the answer is lost, and only the newest pair is good', async () => {
      const { refreshToken, answer } = await twice('an attempt', 'an attempt');
      const third = opened(await refresh(at, refreshToken, 'an attempt'));
      expect(opened(await refresh(at, third.refreshToken))).toHaveProperty('accessToken');
      expect(await refresh(at, opened(answer).refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    test('answers the same attempt also when it comes many times at once', async () => {
      const { refreshToken } = opened(await signIn(at, 'requester'));
      const pairs = await Promise.all(Array.from({ length: 5 }, () => refresh(at, refreshToken, 'an attempt')));
      expect(new Set(pairs.map((pair) => opened(pair).refreshToken)).size).toBe(5);
    });

    test('ends when the lost one is used after all', async () => {
      const { lost, answer } = await twice('an attempt', 'an attempt');
      expect(await refresh(at, lost.refreshToken, 'an attempt')).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await refresh(at, opened(answer).refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    test('ends when the lost one was used before', async () => {
      const { refreshToken } = opened(await signIn(at, 'requester'));
      const second = opened(await refresh(at, refreshToken, 'an attempt'));
      const third = opened(await refresh(at, second.refreshToken));
      expect(await refresh(at, refreshToken, 'an attempt')).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await refresh(at, third.refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
    });
  });

  test('signing out ends the session', async () => {
    const { refreshToken } = opened(await signIn(at, 'requester'));
    await at.ask(null, 'mutation($t: String!) { signOut(refreshToken: $t) }', { t: refreshToken });
    expect(await refresh(at, refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('a session ends by itself after two weeks', async () => {
    const { refreshToken } = opened(await signIn(at, 'requester'));
    const day = 86_400_000;
    at.clock.at += 15 * day;
    expect(await refresh(at, refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
    at.clock.at -= 15 * day;
  });
});
