import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readSupergraph } from '../src/composition/schema-files.ts';
import { GraphVersion } from '../src/federation/graph-version.ts';

const version = new GraphVersion(await readSupergraph());

function operation(source: string) {
  return { document: parse(source), source, operationName: undefined };
}

test('an operation is planned once', () => {
  const asked = operation('{ me { displayName } }');
  expect(version.plan({ ...asked })).toBe(version.plan({ ...asked }));
});

test('what the planner cannot plan, though it is valid, is told as such', () => {
  const source = 'query Q($x: Boolean!) { ... @include(if: $x) { __schema { queryType { name } } } }';
  expect(() => version.plan(operation(source))).toThrow('This operation cannot be planned.');
});
