/** What operations cost, on the published graph: ordinary work passes, lists within lists do not. */
import { readdir, readFile } from 'node:fs/promises';
import { GraphQLError, Kind, parse, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSupergraph } from '../src/composition/schema-files.ts';
import { GraphVersion } from '../src/federation/graph-version.ts';
import { checkCall } from '../src/limits/check-call.ts';
import { judgeDocument } from '../src/limits/judge-document.ts';
import { OperationCost } from '../src/limits/operation-cost.ts';
import { limits } from '../src/limits/operation-limits.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = new GraphVersion(await readSupergraph()).schema;
});

function costs(query: string, variables: Record<string, unknown> = {}): number[] {
  const document = parse(query);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return operations.map((operation) => new OperationCost(schema, document, operation).of(variables));
}

describe('the formula', () => {
  test.each([
    ['plain values cost nothing', '{ __typename }', 0],
    ['an object costs one', '{ me { displayName } }', 1],
    ['a page as many as are asked for', '{ patients(first: 30) { nodes { name } } }', 1 + 30],
    ['a page without first is one of twenty', '{ patients { nodes { name } } }', 1 + 20],
    ['edges as nodes', '{ patients(first: 3) { edges { cursor node { name } } } }', 1 + 3 * 2],
    ['what is not listed counts once', '{ patients(first: 30) { totalCount pageInfo { endCursor } } }', 2],
    ['a list without pages as long as it usually is', '{ consultation(id: "x") { invitations { status } } }', 1 + 3],
    ['lists in lists multiply', '{ patients(first: 10) { nodes { consents { id } } } }', 1 + 10 * (1 + 3)],
    ['a change costs ten more', 'mutation { setPresence(online: true) { id } }', 11],
    ['a change that answers a plain value too', 'mutation { signOut(refreshToken: "x") }', 10],
    [
      'first in an input',
      '{ matchExperts(input: {specialty: "x", urgency: URGENT, first: 7}) { expert { id } } }',
      7 * 2,
    ],
    ['and its default', '{ matchExperts(input: {specialty: "x", urgency: URGENT}) { expert { id } } }', 3 * 2],
    [
      'fragments as if written out',
      '{ me { ...a } } fragment a on Viewer { patient { ... on Patient { record { allergies { id } } } } }',
      3 + 5,
    ],
  ])('%s', (_, query, cost) => {
    expect(costs(query)).toEqual([cost]);
  });

  test('sizes come from variables, at most a hundred, and null is the usual page', () => {
    const query = 'query Q($n: Int = 20) { patients(first: $n) { nodes { name } } }';
    expect([40, 1_000_000, -5, null].map((n) => costs(query, { n })[0])).toEqual([41, 101, 1, 21]);
  });
});

test('what is refused is told its cost, where most of it comes from, and what to do', () => {
  const query = 'query Q($n: Int!) { consultations(first: $n) { nodes { timeline { by { institution { name } } } } } }';
  const document = parse(query);
  const graph = { schema, introspection: true };
  expect(checkCall(graph, { document, variables: { n: 20 } })).toMatchObject({ cost: 1 + 20 * (1 + 10 * 3) });
  const refused = checkCall(graph, { document, variables: { n: 50 } });
  expect(refused).toBeInstanceOf(GraphQLError);
  expect(refused).toMatchObject({
    message: expect.stringMatching(
      /costs 1551, the limit is 1000\. Most of it: consultations\.nodes\.timeline \(500\).*smaller "first"/,
    ),
    extensions: { code: 'QUERY_TOO_COMPLEX', cost: { requested: 1_551, limit: 1_000 } },
  });
});

test('fifty of the queue with what a coordinator looks at pass', () => {
  const query = `{ consultations(statuses: [PENDING], first: 50) {
    nodes { id number patient { name } invitations { status expert { practitioner { name } } } invoice { patientFen } institution { name } }
  } }`;
  expect(costs(query)[0]).toBeLessThanOrEqual(limits.cost);
});

test('every worked example of the playground passes', async () => {
  const folder = new URL('../playground/page/examples/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));
  const queries = await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')));
  expect(queries.length).toBeGreaterThan(8);
  for (const query of queries) {
    expect(judgeDocument(query, { schema, introspection: true })).toHaveProperty('document');
    for (const cost of costs(query)) expect(cost).toBeLessThanOrEqual(limits.cost);
  }
});
