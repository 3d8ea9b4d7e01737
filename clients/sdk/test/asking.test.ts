/** Asking and changing a real platform: classes of errors, repeated mutations, sessions, uploads, partner apps. */
import { createHash } from 'node:crypto';
import { madeUpImage } from '@huizhen/cli/imaging/made-up-image';
import { freePort } from '@huizhen/platform/database/free-port';
import { demoPartnerApp } from '@huizhen/schema/demo-ids';
import {
  BadUserInput,
  Conflict,
  createHuizhen,
  errorCodes,
  Forbidden,
  graphql,
  HuizhenError,
  IllegalTransition,
  memorySession,
  NetworkProblem,
  QueryTooComplex,
  RateLimited,
  Unauthenticated,
  type DocumentManifest,
  type Huizhen,
  type UploadProgress,
} from '@huizhen/sdk';
import * as documents from '@huizhen/sdk/documents';
import { operationOf } from '../src/http/payload.ts';
import { errorOf } from '../src/errors/error-of.ts';
import { print, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../../../tests/harness/clinic.ts';
import { bundleOf, importPatient } from '../../../tests/harness/main-job.ts';
import { BreakableLine } from './breakable-line.ts';

const PER_MINUTE = 20;

let clinic: Clinic;
let line: BreakableLine;
let doctor: Huizhen;
let patientId: string;
beforeAll(async () => {
  // The addresses of upload tickets lead over the line too.
  const port = await freePort();
  line = await BreakableLine.to(port);
  clinic = await openClinic({
    environment: {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${line.port}`,
      TRUSTED_DOCUMENTS: 'required',
      RATE_LIMIT_PARTNER_PER_MINUTE: String(PER_MINUTE),
    },
  });
  doctor = await signedIn('requester');
  patientId = await importPatient(await clinic.as('requester'), bundleOf('sdk'));
}, 120_000);
afterAll(async () => {
  await line?.close();
  await clinic?.stop();
});

async function signedIn(username: string, options: object = {}): Promise<Huizhen> {
  const client = createHuizhen({ url: line.url, ...options });
  await client.signIn({ username, password: 'huizhen-demo' });
  return client;
}

async function refusal(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => 'it was let through',
    (error: unknown) => error,
  );
}

function request(more: Partial<documents.CreateConsultationInput> = {}): documents.CreateConsultationInput {
  return {
    patientId,
    kind: 'CONSULTATION',
    urgency: 'ROUTINE',
    specialty: '心血管内科',
    reason: '请指导',
    summary: '病情摘要',
    ...more,
  };
}

const create = (input: documents.CreateConsultationInput) =>
  doctor.mutate(documents.CreateConsultationDocument, { input });
const drafts = async () =>
  (await doctor.query(documents.ConsultationsDocument, { patientId, statuses: ['DRAFT'] })).consultations.totalCount;

describe('errors', () => {
  test('each code of the contract has a class of its own', () => {
    const classes = errorCodes.map((code) => errorOf({ message: 'x', extensions: { code } }, 'request'));
    expect(classes.map(({ code, requestId }) => [code, requestId])).toEqual(
      errorCodes.map((code) => [code, 'request']),
    );
    expect(new Set(classes.map(({ constructor }) => constructor)).size).toBe(errorCodes.length);
    expect(errorOf({ message: 'x', extensions: { code: 'OF_TOMORROW' } }, null)).toMatchObject({
      code: 'INTERNAL',
      extensions: { code: 'OF_TOMORROW' },
    });
  });

  test('of an input tell every field; all have the request id', async () => {
    const error = await refusal(create(request({ specialty: '长'.repeat(101), reason: '长'.repeat(2_001) })));
    expect(error).toBeInstanceOf(BadUserInput);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', requestId: expect.stringMatching(/^[\w-]+$/) });
    if (error instanceof BadUserInput)
      expect(error.fields.map(({ path }) => path)).toEqual(expect.arrayContaining(['specialty', 'reason']));
  });

  test('are told apart by their classes', async () => {
    const created = await create(request({ idempotencyKey: 'sdk-once' }));
    expect(await create(request({ idempotencyKey: 'sdk-once' }))).toEqual(created);
    expect(await refusal(create(request({ idempotencyKey: 'sdk-once', reason: '另一个' })))).toBeInstanceOf(Conflict);
    const input = { consultationId: created.createConsultation.id };
    expect(await refusal(doctor.mutate(documents.EndSessionDocument, { input }))).toBeInstanceOf(IllegalTransition);
    expect(await refusal(doctor.mutate(documents.SetPresenceDocument, { online: true }))).toBeInstanceOf(Forbidden);
    const aliases = Array.from({ length: 40 }, (_, n) => `a${n}: me { id }`).join(' ');
    expect(await refusal(doctor.query(graphql(`{ ${aliases} }`)))).toBeInstanceOf(QueryTooComplex);
    const wrong = createHuizhen({ url: line.url }).signIn({ username: 'requester', password: 'guess' });
    expect(await refusal(wrong)).toBeInstanceOf(Unauthenticated);
    expect(await refusal(createHuizhen({ url: line.url }).query(documents.MeDocument))).toBeInstanceOf(Unauthenticated);
  });

  test('keep what could be had, and their places', async () => {
    interface Parts {
      me: { displayName: string };
      missing: { id: string } | null;
    }
    const document = graphql<Parts>('{ me { displayName } missing: invoice(id: "nothing") { id } }');
    const expert = await signedIn('expert1');
    const { data, problems } = await expert.ask(document);
    expect(data).toMatchObject({ me: { displayName: expect.any(String) }, missing: null });
    expect(problems).toMatchObject([{ path: ['missing'] }]);
    const error = await refusal(expert.query(document));
    expect(error).toBeInstanceOf(HuizhenError);
    expect(error).toMatchObject({ path: ['missing'], data: { me: data?.me, missing: null } });
  });

  test('of the network are no refusals', async () => {
    const nobody = createHuizhen({ url: `http://127.0.0.1:${await freePort()}/graphql` });
    expect(await refusal(nobody.query(documents.MeDocument))).toBeInstanceOf(NetworkProblem);
    const wordy = doctor.query(documents.MeDocument, {}, { purpose: '随访' });
    expect(await refusal(wordy)).toMatchObject({ name: 'TypeError', message: expect.stringContaining('ASCII') });
    expect(await doctor.query(documents.MeDocument, {}, { purpose: 'follow-up' })).toMatchObject({ me: {} });
    const page = createHuizhen({ url: new URL('/health/live', clinic.url).href });
    const error = await refusal(page.signIn({ username: 'requester', password: 'huizhen-demo' }));
    expect(error).toBeInstanceOf(NetworkProblem);
  });
});

describe('a mutation whose answer is lost', () => {
  test('is sent again with the same key, and done once', async () => {
    const keys: unknown[] = [];
    const sending: typeof fetch = (url, init) => {
      keys.push(sentIn(init).variables.input?.['idempotencyKey']);
      return fetch(url, init);
    };
    const before = await drafts();
    const client = await signedIn('requester', { fetch: sending });
    line.loseNextAnswers(2);
    const { createConsultation } = await client.mutate(documents.CreateConsultationDocument, { input: request() });
    expect(createConsultation.status).toBe('DRAFT');
    const [, ...sent] = keys;
    expect(sent.length).toBe(3);
    expect(sent[0]).toMatch(/^[\da-f]{32}$/);
    expect(new Set(sent).size).toBe(1);
    expect(await drafts()).toBe(before + 1);
  });

  test('is not sent again where there is no key', async () => {
    const expert = await signedIn('expert1');
    line.loseNextAnswers(1);
    expect(await refusal(expert.mutate(documents.SetPresenceDocument, { online: true }))).toBeInstanceOf(
      NetworkProblem,
    );
  });

  test('is given up when one gives up', async () => {
    const giving = new AbortController();
    const client = await signedIn('requester');
    line.cut();
    const asked = client.query(documents.MeDocument, {}, { signal: giving.signal });
    giving.abort();
    expect(await refusal(asked)).toMatchObject({ name: 'AbortError' });
    line.mend();
    expect((await client.query(documents.MeDocument)).me.roles).toEqual(['REQUESTER']);
  });
});

describe('a session', () => {
  test('is taken up where it was kept, and ends everywhere', async () => {
    const store = memorySession();
    let told = 0;
    const first = await signedIn('expert1', { session: store, onSignedOut: () => (told += 1) });
    const second = createHuizhen({ url: line.url, session: store });
    expect((await second.resume())?.roles).toEqual(['EXPERT']);
    await second.signOut();
    expect([await store.load(), await first.resume(), told]).toEqual([null, null, 1]);
  });

  test('is renewed once for all who ask, when its token is refused', async () => {
    const store = memorySession();
    const operations: unknown[] = [];
    const noting: typeof fetch = (url, init) => {
      operations.push(sentIn(init).operationName);
      return fetch(url, init);
    };
    await signedIn('expert1', { session: store });
    const kept = await store.load();
    if (kept === null) throw new Error('Nothing was kept.');
    await store.save({ ...kept, accessToken: `${kept.accessToken.slice(0, -4)}AAAA` });
    const client = createHuizhen({ url: line.url, session: store, fetch: noting });
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.query(documents.MeDocument)));
    expect(answers.every(({ me }) => me.roles.includes('EXPERT'))).toBe(true);
    expect(operations.filter((name) => name === 'RefreshSession').length).toBe(1);
    expect((await store.load())?.refreshToken).not.toBe(kept.refreshToken);
  });
});

describe('uploads', () => {
  const large = (name: string) => ({ name, blob: new Blob([withPadding(name, 3 * 1024 * 1024)]) });

  test('tell how far they are, and what became of each file', async () => {
    const progress: UploadProgress[] = [];
    const files = [large('a'), { name: 'b', blob: new Blob(['no image']) }, large('c')];
    const onProgress = (now: UploadProgress) => void progress.push(now);
    const outcomes = await doctor.uploadStudies({ patientId, files, onProgress });
    expect(outcomes.map(({ name, stored }) => [name, stored])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ]);
    expect(outcomes[0]).toMatchObject({ studyUid: expect.stringMatching(/^2\.25\./), because: null });
    const bytes = progress.map(({ sentBytes }) => sentBytes);
    expect(bytes.length).toBeGreaterThan(10);
    expect(bytes).toEqual(bytes.toSorted((one, other) => one - other));
    const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
    expect(progress.at(-1)).toEqual({ sentBytes: total, totalBytes: total, filesDone: 3, files: 3 });
  });

  test('go on over a broken line, in batches, each image stored once', async () => {
    const files = Array.from({ length: 12 }, (_, n) => large(`of-many-${n}`));
    let cut = false;
    const outcomes = await doctor.uploadStudies({
      patientId,
      files,
      onProgress: ({ sentBytes }) => {
        if (cut || sentBytes < 34 * 1024 * 1024) return;
        cut = true;
        line.drop();
      },
    });
    expect([cut, outcomes.filter(({ stored }) => stored).length]).toEqual([true, 12]);
    const { imagingStudy } = await doctor.query(documents.ImagingStudyDocument, { uid: outcomes[0]?.studyUid ?? '' });
    expect(imagingStudy?.instanceCount).toBe(1);
  }, 60_000);
});

describe('a partner app', () => {
  const app = { clientId: demoPartnerApp.id, clientSecret: demoPartnerApp.secret };

  async function manifestOf(published: readonly DocumentNode[]): Promise<DocumentManifest> {
    const texts = published.map((document) => ({ text: print(document) }));
    const admin = await clinic.as('admin');
    await admin.run(
      'mutation($input: PublishTrustedDocumentsInput!) { publishTrustedDocuments(input: $input) { id } }',
      {
        input: { appId: app.clientId, documents: texts },
      },
    );
    const operations = published.map((document) => ({
      id: createHash('sha256').update(print(document)).digest('hex'),
      name: operationOf(document).name?.value ?? '',
    }));
    return { operations };
  }

  test('asks and watches by the ids of its documents, and is told when to come again', async () => {
    const manifest = await manifestOf([documents.MeDocument, documents.ConsultationQueueDocument]);
    const client = createHuizhen({ url: line.url, app, documents: manifest });
    expect((await client.query(documents.MeDocument)).me).toMatchObject({ roles: ['PARTNER'] });
    for await (const { data } of client.watch(documents.ConsultationQueueDocument)) {
      expect(data.consultationQueue.kind).toBe('SNAPSHOT');
      break;
    }
    expect(await refusal(client.query(documents.PatientsDocument))).toMatchObject({
      message: expect.stringContaining('npm run documents -- publish'),
    });
    const asked = await Promise.all(
      Array.from({ length: PER_MINUTE }, () => refusal(client.query(documents.MeDocument))),
    );
    const limited = asked.find((answer) => answer instanceof RateLimited);
    expect(limited?.retryAfter).toBeGreaterThan(0);
    await client.close();
  });

  test('that sends texts is refused, and one without the right secret too', async () => {
    const wrong = createHuizhen({ url: line.url, app: { ...app, clientSecret: 'guess' } });
    expect(await refusal(wrong.query(documents.MeDocument))).toBeInstanceOf(Unauthenticated);
    await expect(wrong.signIn({ username: 'requester', password: 'x' })).rejects.toThrow('without them');
  });
});

interface Payload {
  readonly operationName: string;
  readonly variables: { readonly input?: Readonly<Record<string, unknown>> };
}

function sentIn(init: RequestInit | undefined): Payload {
  return JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Payload;
}

/** An image of its own study with so much after it (Data Set Trailing Padding, PS3.10 7.2). */
function withPadding(name: string, bytes: number): Buffer<ArrayBuffer> {
  const head = Buffer.from([0xfc, 0xff, 0xfc, 0xff, 0x4f, 0x42, 0, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(bytes, 8);
  return Buffer.concat([madeUpImage(name, new Date('2026-10-02T01:30:00Z')), head, Buffer.alloc(bytes)]);
}
