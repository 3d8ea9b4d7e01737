/** docs/limits.md tells integrators what the gateway holds. */
import { readFile } from 'node:fs/promises';
import { parse } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { readSupergraph } from '../src/composition/schema-files.ts';
import { GraphVersion } from '../src/federation/graph-version.ts';
import { assumedSizes, LARGEST_PAGE, USUAL_PAGE, USUAL_SIZE } from '../src/limits/assumed-sizes.ts';
import { checkCall } from '../src/limits/check-call.ts';
import { limits, variableLimits } from '../src/limits/operation-limits.ts';

let text: string;
beforeAll(async () => {
  text = await readFile(new URL('../../docs/limits.md', import.meta.url), 'utf8');
});

function row(what: string): string | undefined {
  return text.match(new RegExp(`^\\| ${what} \\| (.*) \\|$`, 'm'))?.[1];
}

test.each([
  ['query text', `${limits.queryBytes / 1024} KB`],
  ['tokens', limits.tokens],
  ['nesting of brackets', limits.nesting],
  ['depth', limits.depth],
  ['aliases', limits.aliases],
  ['directives', limits.directives],
  ['root fields', limits.rootFields],
  ['the same field of the same parent', limits.repeats],
  ['selections', limits.selections],
  ['cost', limits.cost],
  ['errors told about one document', limits.errors],
  ['nesting of variables', variableLimits.depth],
  ['entries of one list in variables', variableLimits.listLength],
  ['values in variables', variableLimits.values],
  [String.raw`page \(\`first\`\)`, LARGEST_PAGE],
  ['all others', USUAL_SIZE],
])('%s', (what, value) => {
  expect(row(what)).toBe(typeof value === 'number' ? value.toLocaleString('en') : value);
});

test('every list whose length is assumed is there, exists, and has the length that is told', async () => {
  const told = [...text.matchAll(/^\| `(\w+\.\w+)` \| (\d+) \|$/gm)].map(([, list, size]) => [list, Number(size)]);
  expect(Object.fromEntries(told)).toEqual(assumedSizes);
  const schema = new GraphVersion(await readSupergraph()).schema;
  for (const name of Object.keys(assumedSizes)) {
    const [type = '', field = ''] = name.split('.');
    const owner = schema.getType(type);
    expect(owner && 'getFields' in owner ? String(owner.getFields()[field]?.type) : '', name).toContain('[');
  }
  expect(text).toContain(`(${USUAL_PAGE} without it)`);
});

test('the example costs what is said', async () => {
  const schema = new GraphVersion(await readSupergraph()).schema;
  const document = parse(text.match(/```graphql\n([^`]*)```/)?.[1] ?? '');
  expect(checkCall({ schema, introspection: true }, { document })).toMatchObject({ cost: 401 });
  expect(text).toContain('= 401:');
});
