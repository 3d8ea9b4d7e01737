/** The authorization matrix: every field of patients' data × account × kind of case, over HTTP, at the subgraphs and over WebSocket. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, type Answer } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { insiderOf, viewerOf, type Insider } from '../harness/insider.ts';
import { publishedSchema } from '../harness/published-schema.ts';
import { RawSocket } from '../harness/raw-socket.ts';
import {
  accounts,
  casesOfEveryKind,
  isFor,
  situations,
  type Account,
  type KindOfCase,
  type Situation,
} from './cases-of-every-kind.ts';
import { entrances, keptAt, questionsOf, tells, toldWrongly, type Entrance } from './generated-questions.ts';
import { classifiedFields, type Grade } from './patients-data.ts';

const schema = await publishedSchema();
const nothingThere = '019b76da-ffff-7005-8000-000000000000';

let clinic: Clinic;
let insider: Insider;
let cases: Record<Situation, KindOfCase>;
const viewers = new Map<Account, Viewer>();

beforeAll(async () => {
  clinic = await openClinic({ topology: 'processes' });
  insider = await insiderOf(clinic);
  cases = await casesOfEveryKind(clinic);
  for (const account of accounts)
    if (account !== 'nobody' && account !== 'self') viewers.set(account, viewerOf(await clinic.as(account)));
}, 120_000);
afterAll(() => clinic?.stop());

test('every field of the published schema has its place among what is patients’ data and what is not', () => {
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const fields = types
    .filter(({ name }) => !name.startsWith('__') && !roots.has(name))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  expect(classifiedFields().toSorted()).toEqual(fields.toSorted());
});

describe.each(accounts)('%s', (account) => {
  test.each(situations)('sees over HTTP what is theirs of a case that is %s', async (situation) => {
    const seen = new Map<string, Set<boolean>>();
    const leaks: string[] = [];
    const isTheirs = (grade: Grade) => isFor(account, grade, situation);
    for (const entrance of entrances) {
      const id = entrance.idOf(cases[situation]);
      if (id === null) continue;
      const { data } = await ask(account, situation, groupedQuestion(entrance), { id });
      for (const part of Object.values(data ?? {})) leaks.push(...toldWrongly(schema, entrance.type, part, isTheirs));
      for (const { name, grade } of questionsOf(schema, entrance.type)) {
        const told = tells(readIn(data?.[grade], name));
        const expected = isFor(account, entrance.grade, situation) && isFor(account, grade, situation);
        note(seen, `${entrance.type}: ${grade}: ${expected ? 'told' : 'kept'}`, told);
      }
    }
    expect(leaks).toEqual([]);
    expect(neverTold(seen)).toEqual([]);
  });

  test('sees at the subgraphs what is theirs, field by field', async () => {
    const leaks: string[] = [];
    for (const { subgraph, type, grades } of keptAt) {
      for (const situation of situations) {
        const key = keyOf(type, cases[situation]);
        if (key === null) continue;
        const questions = questionsOf(schema, type, true).filter(({ grade }) => grades.includes(grade));
        const parts = questions.map(
          (one) => `${one.name}: _entities(representations: $r) { ... on ${type} { ${one.selection} } }`,
        );
        const { data } = await askSubgraph(subgraph, account, situation, {
          query: `query Entities($r: [_Any!]!) { ${parts.join(' ')} }`,
          variables: { r: [{ __typename: type, ...key }] },
        });
        const isTheirs = (grade: Grade) => isFor(account, grade, situation);
        for (const told of Object.values(data ?? {}))
          leaks.push(...toldWrongly(schema, type, told, isTheirs).map((field) => `${subgraph} ${situation} ${field}`));
      }
    }
    expect(leaks).toEqual([]);
  });

  test('is told the same of what is not theirs as of what is not there', async () => {
    for (const situation of situations) {
      for (const entrance of entrances) {
        const id = entrance.idOf(cases[situation]);
        if (id === null || isFor(account, entrance.grade, situation)) continue;
        const unknown = entrance.type === 'ImagingStudy' ? '2.25.1' : nothingThere;
        const query = `query Q($id: ID!) { ${entrance.field}(${entrance.argument}: $id) { __typename ${questionsOf(schema, entrance.type)[0]?.selection ?? ''} } }`;
        const answer = await ask(account, situation, query, { id });
        expect(answer, `${situation} ${entrance.field}`).toEqual(await ofNothing(account, query, { id: unknown }));
      }
    }
  });

  test('changes nothing that is not theirs, and is told the same as of what is not there', async () => {
    for (const situation of situations) {
      if (isFor(account, 'case', situation) || isFor(account, 'who', situation)) continue;
      const { consultationId, patientId, consentId } = cases[situation];
      for (const [query, input, unknown] of changes(consultationId, patientId)) {
        const answer = await ask(account, situation, query, { input });
        expect(answer, query).toEqual(await ofNothing(account, query, { input: unknown }));
      }
      if (consentId === null) continue;
      const withdraw = 'mutation W($id: ID!) { withdrawConsent(consentId: $id) { id } }';
      const answer = await ask(account, situation, withdraw, { id: consentId });
      expect(answer).toEqual(await ofNothing(account, withdraw, { id: nothingThere }));
    }
  });

  test('follows over WebSocket what is theirs, and learns nothing of the rest', async () => {
    for (const situation of situations) {
      const socket = await RawSocket.open(clinic.url);
      await socket.init(await accessTokenOf(account, situation));
      const follow = (name: string, id: string) =>
        socket.send({
          id: name,
          type: 'subscribe',
          payload: {
            query: 'subscription S($id: ID!) { consultationChanged(id: $id) { consultation { reason } } }',
            variables: { id },
          },
        });
      const { consultationId } = cases[situation];
      follow('unknown', nothingThere);
      const unknown = await socket.until(({ id }) => id === 'unknown');
      if (!isFor(account, 'case', situation)) {
        follow('theirs', consultationId);
        const answer = await socket.until(({ id }) => id === 'theirs');
        expect({ ...answer, id: 'unknown' }, situation).toEqual(unknown);
        expect(JSON.stringify(answer)).toContain(account === 'nobody' ? 'UNAUTHENTICATED' : 'NOT_FOUND');
      }
      socket.send({
        id: 'queue',
        type: 'subscribe',
        payload: { query: 'subscription { consultationQueue { consultations { id reason } } }' },
      });
      const queue = JSON.stringify(await socket.until(({ id }) => id === 'queue'));
      for (const other of situations)
        if (!isForViewer(account, other, situation)) expect(queue, other).not.toContain(cases[other].consultationId);
      socket.end();
    }
  });
});

/** Who asks as the patient of one case is a stranger to the others. */
function isForViewer(account: Account, other: Situation, situation: Situation): boolean {
  return account === 'self' ? other === situation : isFor(account, 'case', other);
}

/** All fields of one entrance, by grade: a refusal of one grade takes nothing from the others. */
function groupedQuestion({ type, field, argument }: Entrance): string {
  const byGrade = Map.groupBy(questionsOf(schema, type), ({ grade }) => grade);
  const parts = [...byGrade].map(
    ([grade, questions]) =>
      `${grade}: ${field}(${argument}: $id) { ${questions.map(({ selection }) => selection).join(' ')} }`,
  );
  return `query Entrance($id: ID!) { ${parts.join(' ')} }`;
}

function changes(consultationId: string, patientId: string): [string, object, object][] {
  const forCase = [
    'submitConsultation',
    'approveConsultation',
    'acceptInvitation',
    'startSession',
    'endSession',
    'cancelConsultation',
  ];
  return [
    ...forCase.map((name): [string, object, object] => [
      `mutation M($input: ConsultationInput!) { ${name}(input: $input) { id } }`,
      { consultationId },
      { consultationId: nothingThere },
    ]),
    [
      'mutation M($input: JoinRoomInput!) { joinRoom(input: $input) { token } }',
      { consultationId },
      { consultationId: nothingThere },
    ],
    [
      'mutation M($input: RequestImagingUploadInput!) { requestImagingUpload(input: $input) { token } }',
      { patientId },
      { patientId: nothingThere },
    ],
    [
      'mutation M($input: RecordConsentInput!) { recordConsent(input: $input) { id } }',
      { patientId, purpose: 'TEACHING', signedBy: 'x' },
      { patientId: nothingThere, purpose: 'TEACHING', signedBy: 'x' },
    ],
  ];
}

function viewerIn(account: Account, situation: Situation): Viewer | null {
  if (account === 'nobody') return null;
  const patient = viewers.get('patient');
  if (account === 'self' && patient)
    return { ...patient, subject: randomUUID(), patientId: cases[situation].patientId };
  return viewers.get(account) ?? null;
}

const accessTokens = new Map<string, string>();
async function accessTokenOf(account: Account, situation: Situation): Promise<string | null> {
  const viewer = viewerIn(account, situation);
  if (viewer === null) return null;
  const key = account === 'self' ? `${account} ${situation}` : account;
  const token = accessTokens.get(key) ?? (await insider.accessToken(viewer));
  accessTokens.set(key, token);
  return token;
}

async function ask(account: Account, situation: Situation, query: string, variables: object): Promise<Answer> {
  const token = await accessTokenOf(account, situation);
  return post(clinic.url, { query, variables }, token === null ? {} : { authorization: `Bearer ${token}` });
}

/** What somebody is told of what is not there, asked once. */
const toldOfNothing = new Map<string, Promise<Answer>>();
function ofNothing(account: Account, query: string, variables: object): Promise<Answer> {
  const key = `${account} ${query}`;
  const told = toldOfNothing.get(key) ?? ask(account, 'elsewhere', query, variables);
  toldOfNothing.set(key, told);
  return told;
}

async function askSubgraph(subgraph: string, account: Account, situation: Situation, body: object): Promise<Answer> {
  const token = await insider.internalToken(viewerIn(account, situation));
  return post(`${clinic.subgraphUrls.get(subgraph)}/graphql`, body, { authorization: `Bearer ${token}` });
}

function keyOf(type: string, one: KindOfCase): Readonly<Record<string, string>> | null {
  const id = entrances.find((entrance) => entrance.type === type)?.idOf(one) ?? null;
  if (id === null) return null;
  return type === 'ImagingStudy' ? { uid: id } : { id };
}

function readIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function note(seen: Map<string, Set<boolean>>, key: string, told: boolean): void {
  const known = seen.get(key) ?? new Set();
  seen.set(key, known.add(told));
}

/** Grades of which nothing came although it is theirs: else a platform that is down would pass. */
function neverTold(seen: ReadonlyMap<string, ReadonlySet<boolean>>): string[] {
  const owed = [...seen].filter(([key, told]) => key.endsWith(': told') && !told.has(true));
  return owed.map(([key]) => key);
}
