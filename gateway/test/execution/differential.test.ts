/**
 * Equal to Apollo's executor on generated operations, half of them over subgraphs with faults. What is compared, and where we mean
 * to differ:
 * - `data` is equal, always; but a subgraph's value of a wrong shape makes Apollo's executor give up, and ours write null.
 * - Every fetch is the same, except that ours asks for equal entities once.
 * - Errors of subgraphs are the same by message and code, except that the reference of an entity that fails is told on the fields
 *   missing because of it (not at all when none is asked for), and that paths name response fields.
 * - Whatever is null because a fetch failed has an error at or beneath it, and such errors lead to nothing but nulls.
 * EXECUTOR_SEED and EXECUTOR_OPERATIONS make other and longer runs.
 */
import { operationFromDocument } from '@apollo/federation-internals';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  getVariableValues,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { compileOperation } from '../../src/execution/compile-operation.ts';
import type { SubgraphFetch } from '../../src/sources/subgraph-fetch.ts';
import { onBadDay, type BadDay } from './broken-fetch.ts';
import { generateOperation, type GeneratedOperation } from './generated-operation.ts';
import { fetchFrom, type GraphUnderTest } from './graph-under-test.ts';
import { askOracle } from './oracle.ts';
import { publishedGraph } from './published-graph.ts';
import { shopGraph } from './shop-graph.ts';
import { peaceful, World, type WorldFaults } from './world.ts';

const operations = Number(process.env['EXECUTOR_OPERATIONS'] ?? 3_000);
const seed = Number(process.env['EXECUTOR_SEED'] ?? 20_261_120);

const quarrelsome: WorldFaults = { errors: 40, brokenNonNulls: 20, lostEntities: 60 };
const days: { day: BadDay; faults: WorldFaults }[] = [
  { day: 'none', faults: quarrelsome },
  { day: 'away', faults: peaceful },
  { day: 'malformed', faults: peaceful },
  { day: 'nulls', faults: peaceful },
  { day: 'shapes', faults: peaceful },
  { day: 'away', faults: quarrelsome },
];

describe.each([
  { graph: publishedGraph(), share: 0.5 },
  { graph: shopGraph(), share: 0.5 },
])('over $graph.name', ({ graph, share }) => {
  test(
    'the compiled executor answers as Apollo’s does, and tells better what is missing',
    async () => {
      const seen = { compared: 0, faulty: 0, invalid: 0, fetches: 0, saved: 0, errors: 0, gaveUp: 0 };
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const pick = (count: number) => gen(fc.nat, { max: Math.max(0, count - 1) });
          const operation = generateOperation(graph.schema, pick);
          const document = parse(operation.source);
          if (validate(graph.schema, document).length > 0) {
            seen.invalid += 1;
            return;
          }
          const worldSeed = pick(1_000_000);
          const day = pick(2) === 0 ? { day: 'none' as const, faults: peaceful } : (days[pick(days.length)] ?? days[0]);
          if (!day) return;
          const given = { operation, document, worldSeed, ...day };
          await compare(graph, given, seen).catch((error: unknown) => {
            throw new Error(`on a day of "${day.day}", ${JSON.stringify(operation)}`, { cause: error });
          });
        }),
        { seed, numRuns: Math.round(operations * share), endOnFailure: true },
      );
      process.stderr.write(`${graph.name}: ${JSON.stringify(seen)}\n`);
      expect(seen.compared).toBeGreaterThan(operations * share * 0.8);
    },
    Math.max(60_000, operations * 40),
  );
});

interface Case {
  readonly operation: GeneratedOperation;
  readonly document: DocumentNode;
  readonly worldSeed: number;
  readonly day: BadDay;
  readonly faults: WorldFaults;
}

type Seen = Record<'compared' | 'faulty' | 'fetches' | 'saved' | 'errors' | 'gaveUp', number>;

async function compare(graph: GraphUnderTest, given: Case, seen: Seen): Promise<void> {
  const { document, operation, worldSeed, day, faults } = given;
  const variables = coerced(graph, document, operation);
  const plan = graph.planner.buildQueryPlan(operationFromDocument(graph.supergraph.apiSchema(), document));
  const compiled = compileOperation({ plan, document, schema: graph.schema, supergraphSchema: graph.supergraphSchema });
  const world = new World(worldSeed, graph.keys, faults);
  const ours = recorded(onBadDay(fetchFrom(graph, world), day, world));
  const theirs = recorded(onBadDay(fetchFrom(graph, world, true), day, world));
  const { text, errors } = await compiled.execute({ variables, fetch: ours.fetch });
  const data: unknown = JSON.parse(text);
  const oracle = await askOracle(graph, { plan, document, variables, fetch: theirs.fetch });
  seen.compared += 1;
  seen.errors += errors.length;
  const wholly = day === 'none' && faults === peaceful;
  if (!wholly) seen.faulty += 1;
  leadToNulls(data, errors, oracle.errors);
  if (oracle.data === undefined) {
    seen.gaveUp += 1;
    expect(day).toBe('shapes');
    return;
  }
  if (day === 'shapes') return;
  expect(data).toEqual(oracle.data);
  seen.fetches += theirs.asked.length;
  seen.saved += entitiesIn(theirs.asked) - entitiesIn(ours.asked);
  if (!isDeepStrictEqual(different(ours.asked), different(theirs.asked))) {
    // Types that were told unasked let Apollo's executor ask more: what it asks without them counts then.
    const plain = recorded(onBadDay(fetchFrom(graph, world), day, world));
    await askOracle(graph, { plan, document, variables, fetch: plain.fetch });
    expect(different(ours.asked)).toEqual(different(plain.asked));
  }
  if (wholly) expect(errors.filter(({ extensions }) => extensions?.['code'] !== 'INTERNAL')).toEqual([]);
  if (day === 'none') sameFaults(errors, oracle.errors);
  if ((day === 'away' || day === 'malformed') && faults === peaceful) {
    const untroubled = new World(worldSeed, graph.keys);
    const full = await compiled.execute({ variables, fetch: fetchFrom(graph, untroubled) });
    everyLossIsTold({ full: JSON.parse(full.text), data, errors });
  }
}

function coerced(
  graph: GraphUnderTest,
  document: DocumentNode,
  { variables }: GeneratedOperation,
): Record<string, unknown> {
  const read = getVariableValues(graph.schema, getOperationAST(document)?.variableDefinitions ?? [], variables);
  if (read.errors) throw new Error(read.errors.map(({ message }) => message).join('\n'));
  return { ...read.coerced };
}

type Asked = Parameters<SubgraphFetch>[0];

function recorded(fetch: SubgraphFetch): { fetch: SubgraphFetch; asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: (question) => {
      asked.push({ ...question, variables: structuredClone(question.variables) });
      return fetch(question);
    },
  };
}

/** Every fetch with the different entities that it asks for. */
function different(asked: readonly Asked[]): unknown[] {
  return asked
    .map(({ service, operationName, variables: { representations, ...variables } }) => ({
      name: `${service} ${operationName ?? ''}`,
      variables,
      representations: new Set(listed(representations).map(canonical)),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function entitiesIn(asked: readonly Asked[]): number {
  return asked.flatMap(({ variables }) => listed(variables['representations'])).length;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function sameFaults(ours: readonly GraphQLFormattedError[], theirs: readonly GraphQLFormattedError[]): void {
  const words = (errors: readonly GraphQLFormattedError[]) =>
    new Set(
      errors
        .filter(({ message }) => message.startsWith('no '))
        .map(({ message, extensions }) => `${String(extensions?.['code'])} ${message}`),
    );
  expect(words(ours)).toEqual(words(theirs));
  const known = new Set(theirs.map(({ message }) => message));
  for (const { message } of ours.filter(({ message: text }) => text.startsWith('refused ')))
    expect(known).toContain(message);
}

/** An error stands where the answer has null, or where something above it is null; those of lost fetches once at each place. */
function leadToNulls(
  data: unknown,
  ours: readonly GraphQLFormattedError[],
  theirs: readonly GraphQLFormattedError[],
): void {
  const lost = ours.filter(({ extensions }) => extensions?.['code'] === 'UPSTREAM_UNAVAILABLE');
  expect(new Set(lost.map(({ path }) => JSON.stringify(path))).size, 'told twice').toBe(lost.length);
  for (const { path = [] } of lost) expect(valueAt(data, path), path.join('.')).toBeNull();
  // Others may be told where something was required that is not in the answer; Apollo's then leads further.
  const same = new Set(theirs.map(({ path }) => JSON.stringify(path)));
  for (const { path } of ours.filter((error) => !lost.includes(error) && same.has(JSON.stringify(error.path))))
    expect(valueAt(data, path ?? []) ?? null, path?.join('.')).toBeNull();
}

/** Null where something above is null; undefined for what was asked of another type, which an interface object cannot tell. */
function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const step of path) {
    if (value === null || value === undefined) break;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Where there is null now and was not before, an error says why, at that place or beneath it. */
function everyLossIsTold({
  full,
  data,
  errors,
}: {
  full: unknown;
  data: unknown;
  errors: readonly GraphQLFormattedError[];
}): void {
  const told = errors.map(({ path = [] }) => path);
  const compareAt = (before: unknown, after: unknown, place: readonly (string | number)[]): void => {
    if (before === null || before === undefined) return;
    if (after === null) {
      expect(
        told.some((path) => place.every((step, index) => path[index] === step)),
        `nothing says why ${place.join('.')} is null: ${JSON.stringify(told)}`,
      ).toBe(true);
    } else if (typeof before === 'object' && typeof after === 'object' && after !== null) {
      for (const [name, inner] of Object.entries(before)) {
        const step = Array.isArray(before) ? Number(name) : name;
        compareAt(inner, (after as Record<string, unknown>)[name], [...place, step]);
      }
    }
  };
  compareAt(full, data, []);
}
