/** What an operation may ask for at most. */
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { sizeErrors } from '../src/limits/operation-limits.ts';

function verdict(query: string): string[] {
  return sizeErrors(parse(query)).map((error) => `${String(error.extensions['code'])} ${error.message}`);
}

const nested = (levels: number) =>
  `{ ${'person { friend { '.slice(0, 9)}${'friend { '.repeat(levels)} name ${'} '.repeat(levels)} } }`;

test('an ordinary query passes', () => {
  expect(verdict('{ people { name friend { name } } }')).toEqual([]);
});

test('ten levels pass, eleven are refused', () => {
  expect(verdict(nested(8))).toEqual([]);
  expect(verdict(nested(9))).toEqual([expect.stringMatching(/^QUERY_TOO_COMPLEX .*10 depth/)]);
});

test('sixteen aliases are refused, and counted through fragments', () => {
  const aliases = Array.from({ length: 4 }, (_, n) => `a${n}: name`).join(' ');
  const query = `{ p1: person { ...f } p2: person { ...f } p3: person { ...f } } fragment f on Person { ${aliases} }`;
  expect(verdict(query)).toEqual([]);
  expect(verdict(query.replace('a0: name', 'a0: name a9: name'))).toEqual([expect.stringMatching(/15 aliases/)]);
});

test('one field more than five times is refused, whatever its aliases', () => {
  const six = Array.from({ length: 6 }, (_, n) => `p${n}: person { name }`).join(' ');
  expect(verdict(`{ ${six} }`)).toEqual([expect.stringMatching(/5 repeats/)]);
});

test('six directives are refused', () => {
  expect(verdict(`{ person { ${'name @skip(if: false) '.repeat(5)} } }`)).toEqual([]);
  expect(verdict(`{ person @skip(if: false) { ${'name @skip(if: false) '.repeat(5)} } }`)).toEqual([
    expect.stringMatching(/5 directives/),
  ]);
});

test('fragments that double at each level are refused without being written out', () => {
  const levels = Array.from(
    { length: 40 },
    (_, n) => `fragment f${n} on Person { friend { ...f${n + 1} } friends { ...f${n + 1} } }`,
  ).join('\n');
  const started = performance.now();
  expect(verdict(`{ person { ...f0 } } ${levels} fragment f40 on Person { name }`)).not.toEqual([]);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('every limit that is passed is named at once', () => {
  const query = `{ ${Array.from({ length: 31 }, (_, n) => `p${n}: person { name }`).join(' ')} }`;
  expect(verdict(query)).toHaveLength(3);
});
