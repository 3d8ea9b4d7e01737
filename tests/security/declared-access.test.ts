/** What the supergraph declares holds at the gateway, before any subgraph is asked: for every field, over HTTP and WebSocket. */
import { randomUUID } from 'node:crypto';
import { scopes } from '@huizhen/platform/access/scopes';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { AccessRules } from '@huizhen/gateway/access/access-rules';
import { readSupergraph } from '@huizhen/gateway/composition/schema-files';
import { GraphVersion } from '@huizhen/gateway/federation/graph-version';
import { demoId, demoPartnerApp } from '@huizhen/schema/demo-ids';
import { getNamedType, isObjectType, OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { post, type Answer } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { insiderOf, viewerOf, type Insider } from '../harness/insider.ts';
import { RawSocket } from '../harness/raw-socket.ts';
import { reactionsSettled } from '../harness/reactions-settled.ts';
import { Ways, type Way } from './ways-to-a-field.ts';

const version = new GraphVersion(await readSupergraph());
const rules = new AccessRules(version.supergraph.schema);
const isPublished = (coordinate: string) => version.apiSchema.elementByCoordinate(coordinate) !== undefined;
const guarded = rules.guarded.filter(isPublished);
const scoped = guarded.filter((one) => rules.requirementOf(one).scopes.length > 0);
const forRoles = guarded.filter((one) => rules.requirementOf(one).policies.length > 0);

let clinic: Clinic;
let insider: Insider;
/** The institution's system, as a partner app. */
let partner: Viewer;
let ways: Ways;
const asked: string[] = [];
const sockets = new Map<string | null, RawSocket>();

beforeAll(async () => {
  clinic = await openClinic({ onAsked: (_subgraph, query) => void (isLookUp(query) || asked.push(query)) });
  insider = await insiderOf(clinic);
  partner = viewerOf(await clinic.as('requester'));
  ways = new Ways(version.schema, await whatIsThere());
}, 120_000);
afterAll(async () => {
  for (const socket of sockets.values()) socket.end();
  await clinic?.stop();
});
beforeEach(() => void asked.splice(0));

/** What the gateway asks for itself, to know whom it lets in with what. */
const isLookUp = (query: string) => /^query (PartnerAppStatus|TrustedDocument)\(/.test(query);

const app = (...held: readonly string[]): Viewer => ({ ...partner, partnerAppId: demoPartnerApp.id, scopes: held });

/** No study of the demo data has a report. */
const neverThere = new Set(['DiagnosticReport.signedBy']);

test('every field is guarded but those that a stranger may have: signing in, and whom it shows', () => {
  const open = new Set<string>();
  const roots = ['Query', 'Mutation', 'Subscription'].map((name) => version.schema.getType(name));
  const waiting = roots.filter(isObjectType);
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (rules.refusedFor(null).has(coordinate) || open.has(coordinate)) continue;
      open.add(coordinate);
      const next = getNamedType(field.type);
      if (isObjectType(next)) waiting.push(next);
    }
  }
  const types = [...open].map((coordinate) => coordinate.split('.')[0]);
  expect(new Set(types)).toEqual(new Set(['Mutation', 'Session', 'Viewer', 'Institution', 'Practitioner', 'Patient']));
  const atOnce = [...open].filter((one) => /^(Query|Mutation|Subscription|Patient)\./.test(one)).toSorted();
  expect(atOnce).toEqual(['Mutation.refreshSession', 'Mutation.signIn', 'Mutation.signOut', 'Patient.id']);
});

describe('a stranger', () => {
  test.each(guarded)('is told to sign in by %s, and no subgraph is asked', async (coordinate) => {
    const way = ways.to(coordinate, (one) => one === 'Mutation.signIn' || one === 'Mutation.refreshSession');
    for (const answer of await onBoth(null, way)) {
      expect(answer.errors).toMatchObject([{ path: [way.path[0]], extensions: { code: 'UNAUTHENTICATED' } }]);
      expect(valuesIn(answer.data)).toEqual([]);
    }
    expect(asked).toEqual([]);
  });

  test('who signs in is shown, and nothing of the patient behind the account', async () => {
    const signIn = 'signIn(input: { username: "patient", password: "huizhen-demo" })';
    const query = `mutation { ${signIn} { viewer { displayName patient { id name } } } }`;
    for (const { data, errors } of await onBoth(null, { query })) {
      expect(data).toEqual({ signIn: { viewer: { displayName: expect.any(String), patient: null } } });
      const path = ['signIn', 'viewer', 'patient', 'name'];
      expect(errors).toMatchObject([{ path, extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    expect(asked.join()).not.toMatch(/\bname\b/);
  });
});

/** Who saw a record is for the patient alone: no scope opens it, so none can be what an app lacks inside. */
const forPatients = (coordinate: string) => coordinate.startsWith('RecordAccess.');

const lacking = scoped.flatMap((one) => {
  const needed = forPatients(one) ? [] : rules.requirementOf(one).scopes.flat(2);
  return needed.map((scope) => [one, scope] as const);
});

describe('a partner app', () => {
  test.each(lacking)('is refused %s, for which it lacks %s', async (coordinate, scope) => {
    const viewer = app(...scopes.filter((one) => one !== scope));
    const refused = rules.refusedFor(viewer);
    const way = ways.to(coordinate, (one) => refused.has(one) || one === 'Query.me');
    for (const { errors = [], data } of await onBoth(viewer, way)) {
      const told = errors.filter(({ message }) => message.includes(`needs scope ${scope}`));
      if (!neverThere.has(coordinate)) expect(told.length, JSON.stringify({ errors, data })).toBeGreaterThan(0);
      expect(told).toEqual(errors);
      for (const { path = [], extensions } of told) {
        expect(extensions).toEqual({ code: 'FORBIDDEN' });
        expect(way.path.join()).toContain(path.filter((part) => typeof part === 'string').join());
      }
    }
    const [root, field] = [way.path[0] ?? '', way.path.at(-1) ?? ''];
    if (refused.has(`${version.schema.getRootType(way.kind)?.name}.${root}`)) expect(asked).toEqual([]);
    expect(asked.join()).not.toMatch(new RegExp(`\\b${field}\\b`));
  });

  test.each(scoped)('gets with the scope through to the guards of the subgraph: %s', async (coordinate) => {
    const all: Viewer = { ...app(...scopes), roles: ['PARTNER', 'EXPERT'] };
    for (const answer of await onBoth(all, ways.to(coordinate))) {
      expect(JSON.stringify(answer)).not.toContain('needs scope');
      expect(JSON.stringify(answer)).not.toContain('"path":"query"');
    }
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe('who has not the role', () => {
  test.each(forRoles)('is refused %s, and who has it gets through', async (coordinate) => {
    const way = ways.to(coordinate);
    for (const answer of await onBoth({ ...partner, roles: ['REQUESTER'] }, way))
      expect(answer).toMatchObject({ data: null, errors: [{ path: way.path, extensions: { code: 'FORBIDDEN' } }] });
    expect(asked).toEqual([]);
    await onBoth({ ...partner, roles: ['ADMIN', 'EXPERT'] }, way);
    expect(asked.length).toBeGreaterThan(0);
  });
});

test('a partner app for experts reads experts, and no patients', async () => {
  const answer = await overHttp(
    app('experts:read'),
    '{ experts(first: 2) { nodes { id online } } patient(id: "x") { id } }',
  );
  expect(answer.data).toMatchObject({ experts: { nodes: [{ id: expect.any(String) }, {}] }, patient: null });
  expect(answer.errors).toMatchObject([{ path: ['patient'], extensions: { code: 'FORBIDDEN' } }]);
  expect(asked.join()).not.toContain('patient');
});

test('what it may not have of a case is null there, and the rest is told', async () => {
  const query =
    '{ consultations(first: 3) { nodes { id patient { id } timeline { event by { id name } } invoice { feeFen } } } }';
  const { data, errors } = await overHttp(app('consultations:read'), query);
  const { nodes } = (data as { consultations: { nodes: { timeline: object[] }[] } }).consultations;
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) {
    expect(node).toMatchObject({ patient: { id: expect.any(String) }, invoice: null });
    for (const entry of node.timeline) expect(entry).toMatchObject({ event: expect.any(String), by: null });
  }
  const entries = nodes.flatMap(({ timeline }) => timeline).length;
  expect(errors).toHaveLength(nodes.length + entries);
  expect(asked.join()).not.toMatch(/feeFen|by/);
});

test('a mutation of which one part is refused does none of them', async () => {
  const expert = viewerOf(await clinic.as('expert1'));
  asked.splice(0);
  const query =
    'mutation { setPresence(online: true) { id } linkIdentity(input: { accountId: "a", issuer: "i", subject: "s" }) { id } }';
  for (const answer of await onBoth(expert, { query })) {
    expect(answer.data).toBeNull();
    expect(answer.errors).toMatchObject([{ path: ['linkIdentity'], extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(asked).toEqual([]);
});

test('in a live event, what is refused is null and the event still comes', async () => {
  const query = 'subscription { consultationQueue { kind consultations { id invoice { id } } } }';
  const answer = await overSocket(app('consultations:read'), query);
  const { consultationQueue: event } = answer.data as {
    consultationQueue: { kind: string; consultations: { invoice: null }[] };
  };
  expect(event.kind).toBe('SNAPSHOT');
  expect(event.consultations.length).toBeGreaterThan(0);
  expect(new Set(event.consultations.map(({ invoice }) => invoice))).toEqual(new Set([null]));
  expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(
    event.consultations.map(() => 'FORBIDDEN'),
  );
});

test('integrators read in the descriptions what is needed', async () => {
  const query = '{ type: __type(name: "Query") { fields { name description } } }';
  const { data } = await post(clinic.url, { query });
  const { fields } = (data as { type: { fields: { name: string; description: string }[] } }).type;
  expect(fields.find(({ name }) => name === 'patient')?.description).toMatch(/ Needs scope patients:read\.$/);
});

/** The same question over HTTP and over WebSocket; a subscription over WebSocket alone. */
async function onBoth(viewer: Viewer | null, { kind, query }: Pick<Way, 'query'> & Partial<Way>): Promise<Answer[]> {
  if (kind === OperationTypeNode.SUBSCRIPTION) return [await overSocket(viewer, query)];
  return [await overHttp(viewer, query), await overSocket(viewer, query)];
}

async function overHttp(viewer: Viewer | null, query: string): Promise<Answer> {
  return post(clinic.url, { query }, viewer ? { authorization: `Bearer ${await insider.accessToken(viewer)}` } : {});
}

async function overSocket(viewer: Viewer | null, query: string): Promise<Answer> {
  const socket = await socketOf(viewer);
  const id = randomUUID();
  socket.send({ id, type: 'subscribe', payload: { query } });
  const { type, payload } = await socket.until((one) => one['id'] === id && one['type'] !== 'complete');
  socket.send({ id, type: 'complete' });
  return type === 'error' ? { errors: payload as NonNullable<Answer['errors']> } : (payload as Answer);
}

/** One for each kind of caller. */
async function socketOf(viewer: Viewer | null): Promise<RawSocket> {
  const key = viewer && `${viewer.roles.join()} ${viewer.scopes.join()}`;
  const known = sockets.get(key);
  if (known) return known;
  const socket = await RawSocket.open(clinic.url);
  await socket.init(viewer && (await insider.accessToken(viewer)));
  sockets.set(key, socket);
  return socket;
}

/** Ids of a case of the institution, concluded and billed, by the fields that find them. */
async function whatIsThere(): Promise<Record<string, string>> {
  await reactionsSettled(clinic.databaseUrl);
  const consultation = demoId('consultation', 19);
  const { consultation: found } = await (
    await clinic.as('requester')
  ).run<{ consultation: Found }>(
    'query Found($id: ID!) { consultation(id: $id) { patient { id imagingStudies { uid } } invoice { id } opinions { expert { id } } } }',
    { id: consultation },
  );
  const { patient, invoice, opinions } = found;
  const there = { patient: patient.id, invoice: invoice.id, imagingStudy: patient.imagingStudies[0]?.uid };
  return z.record(z.string(), z.string()).parse({ consultation, ...there, expert: opinions[0]?.expert.id });
}

interface Found {
  readonly patient: { readonly id: string; readonly imagingStudies: readonly { readonly uid: string }[] };
  readonly invoice: { readonly id: string };
  readonly opinions: readonly { readonly expert: { readonly id: string } }[];
}

/** Everything that was told, however deep. */
function valuesIn(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : [value];
}
