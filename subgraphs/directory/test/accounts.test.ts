/** The rules of accounts: who gives them, how their owners secure them, and who sees them. */
import { demoId } from '@huizhen/schema/demo-ids';
import { withClient } from '@huizhen/platform/database/with-client';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { codeAt, databaseServer, opened, person, refresh, signIn, type OpenDirectory } from './given.ts';

let server: Awaited<ReturnType<typeof databaseServer>>;
const running: OpenDirectory[] = [];
beforeAll(async () => {
  server = await databaseServer();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
afterAll(() => server?.stop());

async function open(plan: Parameters<typeof server.open>[0] = {}): Promise<OpenDirectory> {
  const at = await server.open(plan);
  running.push(at);
  return at;
}

const admin = person('ADMIN');
const strict = { SECOND_FACTOR: 'required' };
const own = 'four words of my own';
const CREATE =
  'mutation($input: CreateAccountInput!) { createAccount(input: $input) { initialPassword account { id username roles } } }';
const LINK = 'mutation($input: LinkIdentityInput!) { linkIdentity(input: $input) { id } }';
const ENROL = 'mutation($input: EnrolOneTimeCodeInput) { enrolOneTimeCode(input: $input) { otpauthUri secret } }';
const CONFIRM = 'mutation($input: ConfirmOneTimeCodeInput!) { confirmOneTimeCode(input: $input) }';
const CHANGE = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) }';
const IDENTITY = `query($issuer: String!, $subject: String!) { identityViewer(issuer: $issuer, subject: $subject) {
  subject displayName roles institutionId practitionerId patientId centre service } }`;

const nurse = {
  username: 'wang.li',
  displayName: '王丽',
  roles: ['REQUESTER'],
  institutionId: demoId('institution', 1),
  practitionerId: demoId('practitioner', 2),
};
const created = z.object({
  createAccount: z.object({ initialPassword: z.string(), account: z.object({ id: z.string(), username: z.string() }) }),
});

async function create(at: OpenDirectory, changes: Record<string, unknown> = {}) {
  return created.parse((await at.ask(admin, CREATE, { input: { ...nurse, ...changes } })).data).createAccount;
}

async function enrol(at: OpenDirectory, viewer: Viewer, currentCode?: string): Promise<string> {
  const { data } = await at.ask(viewer, ENROL, { input: { currentCode } });
  return z.object({ enrolOneTimeCode: z.object({ secret: z.string() }) }).parse(data).enrolOneTimeCode.secret;
}

async function codeOf(answer: ReturnType<OpenDirectory['ask']>) {
  return (await answer).errors?.[0]?.extensions['code'];
}

describe('from a new account to its rights', () => {
  test('staff choose a password and enrol an authenticator before they have any right', async () => {
    const at = await open({ environment: strict });
    const { initialPassword, account } = await create(at);

    const session = opened(await signIn(at, 'wang.li', initialPassword));
    expect(session.stepsToDo).toEqual(['CHANGE_PASSWORD', 'ENROL_ONE_TIME_CODE']);
    const viewer = await at.viewerOf(session.accessToken);
    expect(viewer).toMatchObject({
      subject: account.id,
      roles: [],
      institutionId: null,
      practitionerId: null,
      centre: false,
    });

    expect(
      (await at.ask(viewer, CHANGE, { input: { currentPassword: initialPassword, newPassword: own } })).data,
    ).toEqual({ changePassword: true });
    expect(await refresh(at, session.refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(opened(await signIn(at, 'wang.li', own)).stepsToDo).toEqual(['ENROL_ONE_TIME_CODE']);

    const secret = await enrol(at, viewer);
    expect(opened(await signIn(at, 'wang.li', own)).viewer.roles).toEqual([]);
    for (const oneTimeCode of ['000000', '12345', '１２３４５６', '\u202egnal\u202e'])
      expect(await codeOf(at.ask(viewer, CONFIRM, { input: { oneTimeCode } }))).toBe('BAD_USER_INPUT');
    const input = { oneTimeCode: codeAt(secret, at.clock.at) };
    expect((await at.ask(viewer, CONFIRM, { input })).data).toEqual({ confirmOneTimeCode: true });

    at.clock.at += 60_000;
    expect(await signIn(at, 'wang.li', own)).toMatchObject({ extensions: { oneTimeCodeNeeded: true } });
    const full = opened(await signIn(at, 'wang.li', own, codeAt(secret, at.clock.at)));
    expect(full).toMatchObject({ stepsToDo: [], viewer: { roles: ['REQUESTER'] } });
    expect(await at.viewerOf(full.accessToken)).toMatchObject({ institutionId: nurse.institutionId });
  });

  test('a session from before the second factor never gets its rights', async () => {
    const at = await open({ environment: strict });
    const thief = opened(await signIn(at, 'requester'));
    const viewer = person(null, demoId('account', 1));
    const secret = await enrol(at, viewer);
    await at.ask(viewer, CONFIRM, { input: { oneTimeCode: codeAt(secret, at.clock.at) } });
    expect(await refresh(at, thief.refreshToken)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('a one-time code works once', async () => {
    const at = await open({ environment: strict });
    const viewer = person(null, demoId('account', 1));
    const secret = await enrol(at, viewer);
    const code = codeAt(secret, at.clock.at);
    await at.ask(viewer, CONFIRM, { input: { oneTimeCode: code } });
    expect(await signIn(at, 'requester', 'huizhen-demo', code)).toMatchObject({ code: 'UNAUTHENTICATED' });
    at.clock.at += 30_000;
    const next = codeAt(secret, at.clock.at);
    expect(await signIn(at, 'requester', 'huizhen-demo', next)).toHaveProperty('accessToken');
    expect(await signIn(at, 'requester', 'huizhen-demo', next)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('replacing an authenticator takes a code of the present one', async () => {
    const at = await open();
    const viewer = person('REQUESTER', demoId('account', 1));
    const secret = await enrol(at, viewer);
    await at.ask(viewer, CONFIRM, { input: { oneTimeCode: codeAt(secret, at.clock.at) } });
    at.clock.at += 30_000;
    expect(await codeOf(at.ask(viewer, ENROL))).toBe('UNAUTHENTICATED');
    expect(await codeOf(at.ask(viewer, ENROL, { input: { currentCode: '000000' } }))).toBe('UNAUTHENTICATED');
    expect(await enrol(at, viewer, codeAt(secret, at.clock.at))).not.toBe(secret);
    expect(
      await codeOf(at.ask(person('REQUESTER', demoId('account', 2)), CONFIRM, { input: { oneTimeCode: '1' } })),
    ).toBe('CONFLICT');
  });

  test('patients and partner apps need no second factor', async () => {
    const at = await open({ environment: strict });
    expect(opened(await signIn(at, 'patient')).viewer.roles).toEqual(['PATIENT']);
    expect(opened(await signIn(at, 'partner')).viewer.roles).toEqual(['PARTNER']);
  });

  test('a new password is long and new, and the old one is known', async () => {
    const at = await open();
    const viewer = person('REQUESTER', demoId('account', 1));
    const change = (currentPassword: string, newPassword: string) =>
      codeOf(at.ask(viewer, CHANGE, { input: { currentPassword, newPassword } }));
    expect(await change('huizhen-demo', 'short')).toBe('BAD_USER_INPUT');
    expect(await change('huizhen-demo', 'huizhen-demo')).toBe('BAD_USER_INPUT');
    expect(await change('guess', own)).toBe('UNAUTHENTICATED');
  });
});

describe('administration', () => {
  test('only administrators create accounts and link identities', async () => {
    const at = await open();
    const link = { accountId: demoId('account', 1), issuer: 'https://id.example.cn', subject: 'u1' };
    for (const role of ['REQUESTER', 'COORDINATOR', 'AUDITOR', 'FINANCE', 'PARTNER', 'PATIENT'] as const) {
      expect(await codeOf(at.ask(person(role), CREATE, { input: nurse }))).toBe('FORBIDDEN');
      expect(await codeOf(at.ask(person(role), LINK, { input: link }))).toBe('FORBIDDEN');
    }
    expect(await codeOf(at.ask(null, CREATE, { input: nurse }))).toBe('UNAUTHENTICATED');
    expect(await codeOf(at.ask(null, ENROL))).toBe('UNAUTHENTICATED');
  });

  test('a retry with the same key gets the same account and password', async () => {
    const at = await open();
    const first = await create(at, { idempotencyKey: 'k1' });
    expect(await create(at, { idempotencyKey: 'k1' })).toEqual(first);
    expect(await codeOf(at.ask(admin, CREATE, { input: { ...nurse, username: 'other', idempotencyKey: 'k1' } }))).toBe(
      'CONFLICT',
    );
  });

  test('everything wrong with a new account is told at once', async () => {
    const at = await open();
    const input = { username: 'admin', displayName: ' ', roles: ['ADMIN', 'AUDITOR', 'EXPERT'], patientId: 'nonsense' };
    const { errors } = await at.ask(admin, CREATE, { input });
    const faults = z.array(z.object({ path: z.string() })).parse(errors?.[0]?.extensions['fields']);
    expect(faults.map(({ path }) => path)).toEqual(
      ['username', 'displayName', 'roles', 'institutionId', 'practitionerId', 'patientId', 'patientId'].map(
        (field) => `input.${field}`,
      ),
    );
    const elsewhere = { ...nurse, institutionId: demoId('institution', 2) };
    expect(await codeOf(at.ask(admin, CREATE, { input: elsewhere }))).toBe('BAD_USER_INPUT');
  });

  test('of two who take one name at once, one gets it and the other is told', async () => {
    const at = await open();
    const answers = await Promise.all([1, 2, 3].map(() => at.ask(admin, CREATE, { input: nurse })));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions['code']);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'BAD_USER_INPUT')).toHaveLength(2);
  });

  test('an identity belongs to one account, and the gateway finds it', async () => {
    const at = await open();
    const identity = { issuer: 'https://id.example.cn', subject: 'u1' };
    expect((await at.ask(null, IDENTITY, identity)).data).toEqual({ identityViewer: null });
    const link = (account: number) =>
      at.ask(admin, LINK, { input: { accountId: demoId('account', account), ...identity } });
    expect((await link(4)).data).toEqual({ linkIdentity: { id: demoId('account', 4) } });
    expect((await link(4)).errors).toBeUndefined();
    expect(await codeOf(link(5))).toBe('CONFLICT');
    expect(await codeOf(at.ask(admin, LINK, { input: { ...identity, accountId: 'nonsense' } }))).toBe('NOT_FOUND');
    expect((await at.ask(null, IDENTITY, identity)).data).toMatchObject({
      identityViewer: { subject: demoId('account', 4), roles: ['COORDINATOR'], centre: true, service: null },
    });
    expect(await codeOf(at.ask(person('REQUESTER'), IDENTITY, identity))).toBe('FORBIDDEN');
  });

  test('an empty database gets its first administrator from the settings, once', async () => {
    const at = await open({
      demo: false,
      environment: { ...strict, BOOTSTRAP_ADMIN_PASSWORD: 'set by the installer' },
    });
    const session = opened(await signIn(at, 'admin', 'set by the installer'));
    expect(session.stepsToDo).toEqual(['CHANGE_PASSWORD', 'ENROL_ONE_TIME_CODE']);
    expect(await at.holdsRealAccounts()).toBe(true);
  });
});

describe('row-level security', () => {
  const settings = (subject: string, roles: string) => [
    `'huizhen.subject', '${subject}'`,
    `'huizhen.roles', '${roles}'`,
  ];
  const seen = (at: OpenDirectory, values: readonly string[]) =>
    withClient(at.appUrl, async (client) => {
      await client.query('BEGIN');
      for (const value of values) await client.query(`SELECT set_config(${value}, true)`);
      const { rows } = await client.query('SELECT id FROM directory.accounts');
      await client.query('ROLLBACK');
      return rows.length;
    });

  test('accounts are seen by their owner, by administrators and by the directory, by nobody else', async () => {
    const at = await open();
    expect(await seen(at, [])).toBe(0);
    expect(await seen(at, settings(demoId('account', 99), 'REQUESTER'))).toBe(0);
    expect(await seen(at, settings(demoId('account', 1), 'REQUESTER'))).toBe(1);
    expect(await seen(at, settings(demoId('account', 99), 'ADMIN'))).toBe(10);
    expect(await seen(at, [`'huizhen.service', 'billing'`])).toBe(0);
  });
});

describe('what other subgraphs ask', () => {
  test('agreements in force, and entities; an id that is none is simply not there', async () => {
    const at = await open();
    const ask = async (institutionId: string) =>
      (await at.ask(admin, 'query($i: ID!) { agreementsInForce(institutionId: $i) }', { i: institutionId })).data;
    expect(await ask('nonsense')).toEqual({ agreementsInForce: [] });
    // The fourth of its agreements ran out a month ago.
    expect(await ask(demoId('institution', 4))).toEqual({
      agreementsInForce: [7, 9, 12].map((n) => demoId('institution', n)),
    });
    const representations = [
      { __typename: 'Institution', id: demoId('institution', 1) },
      { __typename: 'Institution', id: 'nonsense' },
      { __typename: 'Practitioner', id: demoId('practitioner', 40) },
    ];
    const entities = await at.ask(
      admin,
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Institution { code } ... on Practitioner { name institution { code } } } }',
      { r: representations },
    );
    expect(entities.data).toMatchObject({ _entities: [{ code: 'QS01' }, null, { name: '安宁' }] });
  });
});
