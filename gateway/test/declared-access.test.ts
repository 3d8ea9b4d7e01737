/** What of an operation is left for a caller, and how the answer shows the rest: on a small graph with abstract types. */
import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import {
  buildSchema,
  execute,
  GraphQLError,
  isObjectType,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { AccessRules } from '../src/access/access-rules.ts';
import { DeclaredAccess } from '../src/access/declared-access.ts';
import { describeAccess } from '../src/access/describe-access.ts';
import { nullRefused } from '../src/access/null-refused.ts';
import { refusedRoots, type RefusedCall } from '../src/access/refused-call.ts';
import type { Refused } from '../src/access/refusal.ts';
import { withoutRefused } from '../src/access/without-refused.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])';

function supergraphOf(types: string): Supergraph {
  const typeDefs = parse(`${LINK} ${types}`);
  const { supergraphSdl, errors } = composeServices([{ name: 'one', url: 'http://one/graphql', typeDefs }]);
  if (errors) throw new Error(errors.join('\n'));
  return Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
}

const nobody: Viewer = { ...serviceViewer('x'), service: null };
const person = (...roles: Viewer['roles']): Viewer => ({ ...nobody, roles });
const app = (...scopes: string[]): Viewer => ({ ...nobody, roles: ['PARTNER'], partnerAppId: 'app', scopes });

describe('who is refused what', () => {
  const supergraph = supergraphOf(`
    type Query {
      open: String
      mine: String @authenticated
      patient: Patient
      either: String @requiresScopes(scopes: [["a:read", "b:read"], ["c:read"]])
      administered: String @policy(policies: [["role:ADMIN"]])
      colour: Colour
      thing: Thing
    }
    type Patient @requiresScopes(scopes: [["patients:read"]]) { id: ID name: String @authenticated }
    enum Colour @authenticated { RED }
    interface Thing { id: ID label: String }
    type Stone implements Thing { id: ID label: String }
    type Letter implements Thing { id: ID label: String @requiresScopes(scopes: [["letters:read"]]) }`);
  const rules = new AccessRules(supergraph.schema);
  const codes = (viewer: Viewer | null) =>
    Object.fromEntries([...rules.refusedFor(viewer)].map(([coordinate, { code }]) => [coordinate, code]));

  test('a stranger has what nothing is declared of', () => {
    expect(Object.keys(codes(null)).toSorted()).toEqual(rules.guarded.toSorted());
    expect(new Set(Object.values(codes(null)))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(rules.guarded).not.toContain('Query.open');
    expect(rules.guarded).toEqual(
      expect.arrayContaining(['Query.patient', 'Patient.id', 'Query.colour', 'Thing.label']),
    );
    expect(rules.guarded).not.toContain('Stone.label');
  });

  test('a person has every scope, and the roles that they have', () => {
    expect(codes(person('EXPERT'))).toEqual({ 'Query.administered': 'FORBIDDEN' });
    expect(codes(person('EXPERT', 'ADMIN'))).toEqual({});
  });

  test('a partner app has the scopes of its token, and is told which it lacks', () => {
    const refused = rules.refusedFor(app('c:read', 'letters:read'));
    expect([...refused.keys()].toSorted()).toEqual(
      ['Patient.id', 'Patient.name', 'Query.administered', 'Query.patient'].toSorted(),
    );
    expect(refused.get('Query.patient')?.message).toContain('Query.patient needs scope patients:read');
    expect(rules.refusedFor(app('a:read')).get('Query.either')?.message).toContain(
      'Query.either needs scope b:read, or scope c:read',
    );
    expect(rules.refusedFor(app('b:read', 'a:read')).has('Query.either')).toBe(false);
  });

  test('callers of one class share one verdict, whatever the order of their scopes', () => {
    expect(rules.refusedFor(app('a:read', 'c:read'))).toBe(rules.refusedFor(app('c:read', 'a:read')));
    expect(rules.refusedFor(app('a:read'))).not.toBe(rules.refusedFor(app('b:read')));
    expect(rules.refusedFor(person('EXPERT'))).not.toBe(rules.refusedFor(app()));
  });

  test('a policy that the gateway cannot decide is not served', () => {
    const unknown = supergraphOf('type Query { x: String @policy(policies: [["full_moon"]]) }');
    expect(() => new AccessRules(unknown.schema)).toThrow('full_moon');
  });

  test('the published descriptions say what is needed', () => {
    const published = supergraph.apiSchema().toGraphQLJSSchema();
    describeAccess(published, supergraph.schema);
    const fields = published.getQueryType()?.getFields();
    expect(fields?.['open']?.description).toBeFalsy();
    expect(fields?.['mine']?.description).toBe('Needs sign-in.');
    expect(fields?.['patient']?.description).toBe('Needs scope patients:read.');
    expect(fields?.['administered']?.description).toBe('Needs role ADMIN.');
    expect(published.getType('Patient')?.description).toBe('Needs scope patients:read.');
  });
});

const sdl = `
  type Query { me: Person, people: [Person!], strict: [Person!]!, thing: Thing, things: [Thing], any: Any, x(a: Int): String, must: String! }
  type Mutation { a: String, b: String! }
  interface Thing { id: ID, name: String, owner: Person }
  union Any = Person | Stone
  type Person implements Thing { id: ID, name: String, owner: Person, age: Int!, friend: Person, friends: [Person], secret(a: Int): String }
  type Stone implements Thing { id: ID, name: String, owner: Person, weight: Int! }`;
const schema = buildSchema(sdl);

const stone = { __typename: 'Stone', id: 's', name: 'pebble', weight: 3 };
const li: Record<string, unknown> = { __typename: 'Person', id: 'l', name: 'Li', age: 40, secret: 'tea' };
const wang = {
  __typename: 'Person',
  id: 'w',
  name: 'Wang',
  age: 50,
  friend: li,
  friends: [li, null],
  secret: 'go',
  owner: li,
};
const world = {
  me: wang,
  people: [wang, li],
  strict: [li],
  thing: stone,
  things: [stone, wang],
  any: wang,
  x: 'x',
  must: 'must',
  a: 'a',
  b: 'b',
};

const documents = [
  '{ me { id name age } }',
  '{ me { age } x }',
  '{ me { friend { age name } name } }',
  '{ me { ...P } } fragment P on Person { age friends { ...Q } } fragment Q on Person { age secret }',
  '{ people { name age } x }',
  '{ strict { age } x }',
  '{ must x }',
  '{ things { id name ... on Person { age } ... on Stone { weight } } }',
  '{ thing { ... on Stone { weight } } any { ... on Person { secret other: secret(a: 1) } ... on Stone { name } } }',
  'query Q($a: Int, $yes: Boolean = true, $no: Boolean = false) { x(a: $a) me { secret(a: $a) @include(if: $no) age @skip(if: $yes) name } }',
  '{ __typename me { __typename secret } }',
  'query A { x } query B { me { secret age } }',
  '{ me { friend { ... { ... on Person { age } } } } people { friends { id age } } }',
];
const refusals: readonly (readonly string[])[] = [
  [],
  ['Person.age'],
  ['Person.secret', 'Stone.weight'],
  ['Query.me', 'Query.must'],
  ['Query.me', 'Query.x', 'Query.people', 'Query.strict', 'Query.must', 'Query.thing', 'Query.things', 'Query.any'],
  ['Person.id', 'Person.name', 'Person.age', 'Person.secret', 'Person.friend', 'Person.friends', 'Person.owner'],
];
const asRefused = (coordinates: readonly string[]): Refused =>
  new Map(coordinates.map((one) => [one, { code: 'FORBIDDEN', message: `${one} is refused` }]));

describe.each(refusals.map((one) => [one.join(' ') || 'nothing', asRefused(one)] as const))(
  'without %s',
  (_name, refused) => {
    test.each(documents)(
      '%s is valid, asks nothing of it, and is answered as by resolvers that refuse',
      async (source) => {
        const document = parse(source);
        const operationName = source.includes('query B') ? 'B' : undefined;
        const call: RefusedCall = { schema, document, operationName, variables: { yes: true, no: false }, refused };
        const left = withoutRefused(call, schema, refused);
        if (left) {
          expect(validate(schema, left).map(String)).toEqual([]);
          expect(coordinatesIn(left).filter((one) => refused.has(one))).toEqual([]);
        }
        const fetched = left
          ? await execute({ ...call, document: left, rootValue: world, operationName: operationName ?? null })
          : { data: {} };
        expect(fetched.errors).toBeUndefined();
        const answer = nullRefused(call, fetched.data);
        const expected = await execute({
          ...call,
          schema: refusing(refused),
          rootValue: world,
          operationName: operationName ?? null,
        });
        expect(plain(answer.data)).toEqual(plain(expected.data));
        const paths = answer.refusals.map(({ path }) => path?.join('.'));
        expect(paths).toEqual(expect.arrayContaining((expected.errors ?? []).map(({ path }) => path?.join('.'))));
        expect(answer.refusals.every(({ extensions }) => extensions['code'] === 'FORBIDDEN')).toBe(true);
      },
    );
  },
);

test('an operation of which nothing is refused stays the very same', () => {
  const document = parse('{ me { id } }');
  expect(withoutRefused({ document, operationName: undefined }, schema, asRefused(['Query.x']))).toBe(document);
});

test('a field asked of an interface is refused whatever the object is', () => {
  const document = parse('{ things { name ... on Stone { id } } }');
  const refused = asRefused(['Thing.name', 'Person.name']);
  const left = withoutRefused({ document, operationName: undefined }, schema, refused);
  expect(left && print(left)).not.toContain('name ');
  const data = { things: [{ typeOfObject__: 'Stone', id: 's' }, { typeOfObject__: 'Person' }] };
  const call = { schema, document, operationName: undefined, variables: {}, refused };
  const answer = nullRefused(call, data);
  expect(plain(answer.data)).toEqual({ things: [{ name: null, id: 's' }, { name: null }] });
  expect(answer.refusals.map(({ path }) => path)).toEqual([
    ['things', 0, 'name'],
    ['things', 1, 'name'],
  ]);
});

test('of a mutation every refused root is told, and those that are switched off are not asked for', () => {
  const document = parse('mutation M($no: Boolean!) { a one: b @include(if: $no) two: b }');
  const call = { schema, document, operationName: 'M', variables: { no: false }, refused: asRefused(['Mutation.b']) };
  expect(refusedRoots(call).map(({ path }) => path)).toEqual([['two']]);
});

/** Resolvers that refuse by themselves: the specification's own null propagation. */
function refusing(refused: Refused): GraphQLSchema {
  const own = buildSchema(sdl);
  for (const type of Object.values(own.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const refusal = refused.get(`${type.name}.${field.name}`);
      if (refusal)
        field.resolve = () => {
          throw new GraphQLError(refusal.message);
        };
    }
  }
  return own;
}

function coordinatesIn(document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const found: string[] = [];
  const note = () => void found.push(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
  visit(document, visitWithTypeInfo(types, { Field: note }));
  return found;
}

/** As it would arrive. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

describe('an operation of somebody who is refused a part of it', () => {
  const supergraph = supergraphOf(`
    type Query { open: String  secret: String @requiresScopes(scopes: [["secrets:read"]]) }
    type Mutation { one: String  two: String @authenticated }`);
  const published = supergraph.apiSchema().toGraphQLJSSchema();
  const access = new DeclaredAccess(new AccessRules(supergraph.schema), published);
  const checked = (source: string) => ({ document: parse(source), source, operationName: undefined });
  const asking = (source: string, viewer: Viewer | null) => {
    const ran: string[] = [];
    const told: string[] = [];
    const onRefused = (errors: readonly GraphQLError[]) => void told.push(...errors.map(({ message }) => message));
    const run = async (operation: { source: string }) => {
      ran.push(operation.source);
      return Promise.resolve({ text: '{"open":"yes","secret":"no"}', errors: [] });
    };
    const answered = access.answer({ operation: checked(source), variables: {}, viewer, onRefused }, run);
    return answered.then(({ text, errors }) => ({
      text,
      codes: errors.map((one) => one.extensions['code']),
      ran,
      told,
    }));
  };

  test('runs without it; whoever keeps a log is told', async () => {
    const { text, codes, ran, told } = await asking('{ open secret }', app());
    expect(text).toBe('{"open":"yes","secret":null}');
    expect(codes).toEqual(['FORBIDDEN']);
    expect(ran).toEqual(['{\n  open\n}']);
    expect(told).toEqual([expect.stringContaining('Query.secret needs scope secrets:read')]);
  });

  test('does not run when nothing is left', async () => {
    expect(await asking('{ secret }', null)).toMatchObject({
      text: '{"secret":null}',
      codes: ['UNAUTHENTICATED'],
      ran: [],
    });
  });

  test('does not run when it is a mutation', async () => {
    expect(await asking('mutation { one two }', null)).toMatchObject({
      text: 'null',
      codes: ['UNAUTHENTICATED'],
      ran: [],
    });
  });

  test('of somebody who is refused nothing of it runs as it is', async () => {
    const document = checked('{ open }');
    expect(access.permitted(document, app())).toBe(document);
    expect(access.permitted({ ...document }, app())).not.toBe(document);
    expect((await asking('{ open secret }', person())).ran).toEqual(['{ open secret }']);
  });

  test('what is left of equal operations is one and the same', () => {
    const left = access.permitted(checked('{ open secret }'), app());
    expect(access.permitted(checked('{ open secret }'), app('other:read'))?.source).toBe(left?.source);
  });
});
