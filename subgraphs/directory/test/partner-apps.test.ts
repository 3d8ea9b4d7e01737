/** The rules of partner apps: who registers them, how they get tokens, and what they publish. */
import { createHash } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { withClient } from '@huizhen/platform/database/with-client';
import { demoId, demoPartnerApp } from '@huizhen/schema/demo-ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { databaseServer, person, type OpenDirectory } from './given.ts';

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

const admin = person('ADMIN');
const clinic = demoId('institution', 1);
const SECRET = '{ secret app { id name scopes status institution { id } } }';
const REGISTER = `mutation($input: RegisterPartnerAppInput!) { made: registerPartnerApp(input: $input) ${SECRET} }`;
const ROTATE = `mutation($input: PartnerAppInput!) { made: rotatePartnerSecret(input: $input) ${SECRET} }`;
const SUSPEND = 'mutation($input: PartnerAppInput!) { suspendPartnerApp(input: $input) { status } }';
const RESUME = 'mutation($input: PartnerAppInput!) { resumePartnerApp(input: $input) { status } }';
const PUBLISH = `mutation($input: PublishTrustedDocumentsInput!) {
  documents: publishTrustedDocuments(input: $input) { id operationNames withdrawnAt } }`;
const WITHDRAW = `mutation($input: WithdrawTrustedDocumentsInput!) {
  documents: withdrawTrustedDocuments(input: $input) { id withdrawnAt } }`;
const LOOK_UP = `query($appId: ID!, $id: ID!) {
  partnerAppStatus(id: $appId) trustedDocument(appId: $appId, id: $id) { text operationNames } }`;
const DOCUMENTS = `query($id: ID!) {
  partnerApp(id: $id) { name trustedDocuments(first: 2) { totalCount pageInfo { hasNextPage } nodes { id } } } }`;

const made = z.object({ made: z.object({ secret: z.string(), app: z.looseObject({ id: z.string() }) }) });
const his = { name: 'HIS', institutionId: clinic, scopes: ['directory:read', 'documents:write'] };

async function register(changes: Record<string, unknown> = {}) {
  const { data } = await at.ask(admin, REGISTER, { input: { ...his, ...changes } });
  const { secret, app } = made.parse(data).made;
  return { id: app.id, secret, app };
}

async function codeOf(answer: ReturnType<OpenDirectory['ask']>) {
  return (await answer).errors?.[0]?.extensions['code'];
}

function asApp(id: string, scopes: readonly string[] = his.scopes): Viewer {
  return { ...person('PARTNER', id), institutionId: clinic, scopes, partnerAppId: id };
}

async function askToken(form: Record<string, string> | string, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(form);
  const response = await at.send(new Request('http://localhost/oauth/token', { method: 'POST', body, headers }));
  const answer = z.looseObject({ access_token: z.string().optional(), scope: z.string().optional() });
  return { response, status: response.status, body: answer.parse(await response.json()) };
}

const grant = { grant_type: 'client_credentials' };
const credentials = ({ id, secret }: { id: string; secret: string }) => ({
  ...grant,
  client_id: id,
  client_secret: secret,
});
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

describe('registering', () => {
  test('an administrator registers an app and is shown its secret once', async () => {
    const { app, secret } = await register();
    expect(app).toMatchObject({ name: 'HIS', status: 'ACTIVE', scopes: his.scopes, institution: { id: clinic } });
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  test('nobody else registers, rotates, suspends or lists', async () => {
    const { id } = await register();
    for (const viewer of [person('PARTNER'), person('COORDINATOR'), person('AUDITOR'), asApp(id)]) {
      expect(await codeOf(at.ask(viewer, REGISTER, { input: his }))).toBe('FORBIDDEN');
      for (const mutation of [ROTATE, SUSPEND, RESUME])
        expect(await codeOf(at.ask(viewer, mutation, { input: { appId: id } }))).toBe('FORBIDDEN');
      expect(await codeOf(at.ask(viewer, '{ partnerApps { totalCount } }'))).toBe('FORBIDDEN');
    }
    expect(await codeOf(at.ask(null, REGISTER, { input: his }))).toBe('UNAUTHENTICATED');
    expect(await codeOf(at.ask(null, '{ partnerApps { totalCount } }'))).toBe('UNAUTHENTICATED');
  });

  test('everything wrong with a new app is told at once', async () => {
    const input = { name: ' ', institutionId: demoId('institution', 99), scopes: ['everything'] };
    const { errors } = await at.ask(admin, REGISTER, { input });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [
        { path: 'input.name' },
        { path: 'input.institutionId' },
        { path: 'input.scopes', message: expect.stringContaining('everything is none of directory:read') },
      ],
    });
  });

  test('a retry with the same key gets the same app and secret', async () => {
    const first = await register({ idempotencyKey: 'register-1' });
    expect(await register({ idempotencyKey: 'register-1' })).toEqual(first);
  });

  test('an app is seen by administrators and itself; to others it is not there', async () => {
    const { id } = await register({ name: 'seen' });
    const nameFor = async (viewer: Viewer) =>
      (await at.ask(viewer, 'query($id: ID!) { partnerApp(id: $id) { name } }', { id })).data;
    expect(await nameFor(admin)).toEqual({ partnerApp: { name: 'seen' } });
    expect(await nameFor(asApp(id))).toEqual({ partnerApp: { name: 'seen' } });
    for (const viewer of [person('PARTNER'), person('REQUESTER'), asApp(demoPartnerApp.id)])
      expect(await nameFor(viewer)).toEqual({ partnerApp: null });
  });

  test('the list comes page by page', async () => {
    await register();
    const list = async (after: string | null) =>
      (
        await at.ask(
          admin,
          'query($after: String) { partnerApps(first: 1, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }',
          { after },
        )
      ).data;
    const first = await list(null);
    expect(first).toMatchObject({
      partnerApps: { nodes: [{ id: demoPartnerApp.id }], pageInfo: { hasNextPage: true } },
    });
    const page = z.object({ partnerApps: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) }).parse(first);
    expect(await list(page.partnerApps.pageInfo.endCursor)).not.toEqual(first);
  });
});

describe('tokens', () => {
  test('the right secret gets a token that carries the app and its scopes, in the body or by HTTP Basic', async () => {
    const app = await register();
    const { response, body } = await askToken(credentials(app));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'directory:read documents:write' });
    expect(await at.viewerOf(body.access_token ?? '')).toMatchObject({
      subject: app.id,
      roles: ['PARTNER'],
      institutionId: clinic,
      centre: false,
      scopes: his.scopes,
      partnerAppId: app.id,
    });
    expect((await askToken(grant, basic(app.id, app.secret))).status).toBe(200);
  });

  test('fewer scopes may be asked for, and no others', async () => {
    const app = await register();
    const { body } = await askToken({ ...credentials(app), scope: 'directory:read' });
    expect(body.scope).toBe('directory:read');
    expect((await at.viewerOf(body.access_token ?? '')).scopes).toEqual(['directory:read']);
    const more = await askToken({ ...credentials(app), scope: 'directory:read patients:read' });
    expect([more.status, more.body['error']]).toEqual([400, 'invalid_scope']);
  });

  test('a wrong secret, an unknown app and a wrong id get the same answer', async () => {
    const app = await register();
    const answers = [
      await askToken({ ...credentials(app), client_secret: 'guess' }),
      await askToken({ ...credentials(app), client_id: demoId('partnerApp', 99) }),
      await askToken({ ...credentials(app), client_id: 'nobody' }),
      await askToken(grant, basic(app.id, 'guess')),
    ];
    for (const { response, status, body } of answers) {
      expect([status, body]).toEqual([401, answers[0]?.body]);
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic/);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect(answers[0]?.body['error']).toBe('invalid_client');
  });

  test.each<[string, Record<string, string> | string, string]>([
    ['no grant', { client_id: 'x', client_secret: 'y' }, 'invalid_request'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['a parameter twice', 'grant_type=client_credentials&client_id=a&client_id=b', 'invalid_request'],
    ['too much', { ...grant, client_id: 'x'.repeat(9_000) }, 'invalid_request'],
    ['no credentials', grant, 'invalid_client'],
  ])('%s is refused in the words of RFC 6749', async (_what, form, error) => {
    expect((await askToken(form)).body['error']).toBe(error);
  });

  test('the secret comes one way, and as a form', async () => {
    const app = await register();
    const both = await askToken(credentials(app), basic(app.id, app.secret));
    expect([both.status, both.body['error']]).toEqual([400, 'invalid_request']);
    const json = await askToken(credentials(app), { 'content-type': 'application/json' });
    expect([json.status, json.body['error']]).toEqual([400, 'invalid_request']);
  });

  test('after ten wrong secrets guessing is over, and the app that was let in lately still comes in', async () => {
    const [known, fresh] = [await register(), await register()];
    expect((await askToken(credentials(known))).status).toBe(200);
    for (const app of [known, fresh]) {
      for (let n = 0; n < 10; n += 1)
        expect((await askToken({ ...credentials(app), client_secret: `guess ${n}` })).status).toBe(401);
      const locked = await askToken({ ...credentials(app), client_secret: 'guess' });
      expect([locked.status, locked.response.headers.get('retry-after')]).toEqual([429, '900']);
    }
    expect((await askToken(credentials(known))).status).toBe(200);
    expect((await askToken(credentials(fresh))).status).toBe(429);
  });

  test('a new secret replaces the old one at once', async () => {
    const app = await register();
    expect((await askToken(credentials(app))).status).toBe(200);
    const { data } = await at.ask(admin, ROTATE, { input: { appId: app.id } });
    const { secret } = made.parse(data).made;
    expect((await askToken(credentials(app))).status).toBe(401);
    expect((await askToken(credentials({ ...app, secret }))).status).toBe(200);
  });

  test('a suspended app is told so once it has proved itself, and comes back when resumed', async () => {
    const app = await register();
    const input = { appId: app.id };
    expect((await at.ask(admin, SUSPEND, { input })).data).toEqual({ suspendPartnerApp: { status: 'SUSPENDED' } });
    const refused = await askToken(credentials(app));
    expect([refused.status, refused.body['error']]).toEqual([400, 'unauthorized_client']);
    expect((await askToken({ ...credentials(app), client_secret: 'x' })).body['error']).toBe('invalid_client');
    await at.ask(admin, RESUME, { input });
    expect((await askToken(credentials(app))).status).toBe(200);
    expect(await codeOf(at.ask(admin, SUSPEND, { input: { appId: 'nonsense' } }))).toBe('NOT_FOUND');
  });

  test('the demo has an app, with a published secret', async () => {
    expect((await askToken(credentials(demoPartnerApp))).status).toBe(200);
  });
});

describe('documents', () => {
  const text = (name: string) => `query ${name} { me { id } }`;
  const idOf = (words: string) => createHash('sha256').update(words).digest('hex');
  const publish = (viewer: Viewer, appId: string, texts: readonly string[], idempotencyKey?: string) =>
    at.ask(viewer, PUBLISH, { input: { appId, documents: texts.map((one) => ({ text: one })), idempotencyKey } });
  const found = async (appId: string, id: string) => (await at.ask(null, LOOK_UP, { appId, id })).data;

  test('an app publishes its own, by the digest of their text, as often as it likes', async () => {
    const { id } = await register();
    const texts = [text('A'), text('B'), text('A')];
    const published = {
      documents: texts.map((one) => ({ id: idOf(one), operationNames: [one.charAt(6)], withdrawnAt: null })),
    };
    for (const key of ['p1', 'p1', undefined])
      expect((await publish(asApp(id), id, texts, key)).data).toEqual(published);
    expect(await found(id, idOf(text('A')))).toEqual({
      partnerAppStatus: 'ACTIVE',
      trustedDocument: { text: text('A'), operationNames: ['A'] },
    });
    expect(await found(demoPartnerApp.id, idOf(text('A')))).toMatchObject({ trustedDocument: null });
    expect((await at.ask(asApp(id), DOCUMENTS, { id })).data).toMatchObject({
      partnerApp: { trustedDocuments: { totalCount: 2, pageInfo: { hasNextPage: false } } },
    });
  });

  test('it needs the scope, and another app’s are not there for it; an administrator may', async () => {
    const [own, other] = [await register(), await register()];
    expect(await codeOf(publish(asApp(own.id, ['directory:read']), own.id, [text('A')]))).toBe('FORBIDDEN');
    expect(await codeOf(publish(asApp(own.id), other.id, [text('A')]))).toBe('NOT_FOUND');
    expect(await codeOf(publish(person('PARTNER'), own.id, [text('A')]))).toBe('FORBIDDEN');
    expect(await codeOf(publish(admin, 'nonsense', [text('A')]))).toBe('NOT_FOUND');
    expect(await codeOf(publish(admin, own.id, [text('A')]))).toBeUndefined();
  });

  test('what cannot be asked is refused, every fault at once', async () => {
    const { id } = await register();
    const texts = [
      '{ me { id }',
      '{ me { id } }',
      'type A { b: C }',
      'fragment F on A { b }',
      `query L { a } #${'x'.repeat(66_000)}`,
      'query A { a } query A { b }',
      text('Fine'),
    ];
    const { errors } = await publish(asApp(id), id, texts);
    expect(errors?.[0]?.extensions['fields']).toEqual([
      { path: 'input.documents.0.text', message: expect.stringContaining('line 1, column') },
      { path: 'input.documents.1.text', message: expect.stringContaining('without a name') },
      { path: 'input.documents.2.text', message: expect.stringContaining('more than operations') },
      { path: 'input.documents.3.text', message: 'holds no operation' },
      { path: 'input.documents.4.text', message: expect.stringContaining('65536 bytes') },
      { path: 'input.documents.5.text', message: expect.stringContaining('two operations of one name') },
    ]);
    expect(await found(id, idOf(text('Fine')))).toMatchObject({ trustedDocument: null });
    expect(await codeOf(publish(asApp(id), id, []))).toBe('BAD_USER_INPUT');
  });

  test('a withdrawn one is not found any more, until it is published again', async () => {
    const { id } = await register();
    await publish(asApp(id), id, [text('A')]);
    const input = { appId: id, ids: [idOf(text('A'))] };
    expect((await at.ask(asApp(id), WITHDRAW, { input })).data).toMatchObject({
      documents: [{ id: input.ids[0], withdrawnAt: expect.any(String) }],
    });
    expect(await found(id, idOf(text('A')))).toMatchObject({ trustedDocument: null });
    expect(await codeOf(at.ask(asApp(id), WITHDRAW, { input: { ...input, ids: ['nonsense'] } }))).toBe('NOT_FOUND');
    await publish(asApp(id), id, [text('A')]);
    expect(await found(id, idOf(text('A')))).toMatchObject({ trustedDocument: { text: text('A') } });
  });

  test('only the gateway and services look them up', async () => {
    for (const viewer of [admin, asApp(demoPartnerApp.id)])
      expect(await codeOf(at.ask(viewer, LOOK_UP, { appId: demoPartnerApp.id, id: 'x' }))).toBe('FORBIDDEN');
    expect(await found('nonsense', 'x')).toEqual({ partnerAppStatus: null, trustedDocument: null });
  });
});

describe('row-level security', () => {
  const counted = (settings: Readonly<Record<string, string>>, sql: string) =>
    withClient(at.appUrl, async (client) => {
      await client.query('BEGIN');
      for (const [name, value] of Object.entries(settings))
        await client.query('SELECT set_config($1, $2, true)', [`huizhen.${name}`, value]);
      const { rowCount } = await client.query(sql);
      await client.query('ROLLBACK');
      return rowCount;
    });

  test('an app’s row is its own’s to see and an administrator’s to change; its documents are its own', async () => {
    const { id } = await register();
    await at.ask(asApp(id), PUBLISH, { input: { appId: id, documents: [{ text: 'query A { me { id } }' }] } });
    const [apps, documents] = [
      `SELECT 1 FROM directory.partner_apps WHERE id = '${id}'`,
      `SELECT 1 FROM directory.trusted_documents WHERE app_id = '${id}'`,
    ];
    const suspend = `UPDATE directory.partner_apps SET status = 'SUSPENDED' WHERE id = '${id}'`;
    const everyone = [{}, { subject: demoPartnerApp.id, roles: 'PARTNER' }, { service: 'billing' }];
    for (const settings of everyone)
      for (const sql of [apps, documents, suspend]) expect(await counted(settings, sql), sql).toBe(0);
    const itself = { subject: id, roles: 'PARTNER' };
    for (const [sql, rows] of [
      [apps, 1],
      [documents, 1],
      [suspend, 0],
    ] as const)
      expect(await counted(itself, sql), sql).toBe(rows);
    expect(await counted({ subject: demoId('account', 9), roles: 'ADMIN' }, suspend)).toBe(1);
  });
});
