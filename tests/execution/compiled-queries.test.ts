/** Compiled queries say what graphql-js says, in data and in errors, whatever is asked and whatever goes wrong. */
import { loadSubgraph, subgraphNames } from '@huizhen/gateway/topology/subgraphs';
import { CompiledQuery } from '@huizhen/platform/execution/compiled-query';
import { maskErrors } from '@huizhen/platform/subgraph/mask-errors';
import { buildSubgraph } from '@huizhen/platform/subgraph/subgraph-schema';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import fc from 'fast-check';
import { execute, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canResolvers } from './canned-resolvers.ts';
import { Choices } from './random-choices.ts';
import { randomOperation } from './random-operation.ts';

const RUNS = Number(process.env['COMPILED_QUERY_RUNS'] ?? 300);
const silent = createLogger({ name: 'test', level: 'silent' });
const schemas = new Map<string, GraphQLSchema>();

beforeAll(async () => {
  for (const name of subgraphNames) {
    const { resolvers, references } = await loadSubgraph(name);
    const { schema } = await buildSubgraph(resolvers, references);
    canResolvers(schema);
    schemas.set(name, schema);
  }
});

function schemaOf(name: string): GraphQLSchema {
  const schema = schemas.get(name);
  if (!schema) throw new Error(`${name} has no schema.`);
  return schema;
}

/** What leaves the subgraph. */
function told({ data, errors }: ExecutionResult) {
  const masked = maskErrors(errors, silent, 'test') ?? [];
  const lines = masked.map(({ path, message, extensions }) => JSON.stringify([path, message, extensions['code']]));
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: lines };
}

/** graphql-js forgets what was begun beside an item of a list that fails at once; we do not. */
const forgotten: unknown[] = [];
let runnersOwn: NodeJS.UnhandledRejectionListener[] = [];

beforeAll(() => {
  runnersOwn = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason) => forgotten.push(reason));
});
afterAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of runnersOwn) process.on('unhandledRejection', listener);
});

async function bothSay(schema: GraphQLSchema, kind: 'query' | 'subscription', seed: number) {
  const { query, variables } = randomOperation(schema, kind, new Choices(seed));
  const document = parse(query);
  if (validate(schema, document).length > 0) return null;
  const compiled = CompiledQuery.of(schema, document);
  if (!compiled) throw new Error(`This was not compiled: ${query}`);
  const on = { contextValue: { seed }, rootValue: {}, variableValues: variables };
  const actual = told(await compiled.run(on));
  await turn();
  expect(forgotten).toEqual([]);
  const expected = told(await execute({ schema, document, ...on }));
  await turn();
  forgotten.length = 0;
  return { query, expected, actual };
}

describe.each(subgraphNames)('%s', (name) => {
  test('answers and errors are the same', async () => {
    let compared = 0;
    const schema = schemaOf(name);
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, live) => {
        const kind = live && schema.getSubscriptionType() ? 'subscription' : 'query';
        const both = await bothSay(schema, kind, seed);
        if (both === null) return;
        compared += 1;
        expect(both.actual, both.query).toEqual(both.expected);
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 2);
  });
});

test.each([
  ['a mutation', 'mutation { signOut }'],
  ['a directive', '{ viewer { id @include(if: true) } }'],
  ['introspection', '{ __schema { queryType { name } } }'],
  ['several operations', 'query A { viewer { id } } query B { viewer { id } }'],
])('%s is left to graphql-js', (_what, query) => {
  expect(CompiledQuery.of(schemaOf('directory'), parse(query))).toBeNull();
});
