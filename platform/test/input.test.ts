/** What comes from outside and cannot be kept, or walked, is found before anything is done with it. */
import { Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { nestingOf } from '../input/nesting-of.ts';
import { sizeOf } from '../input/operation-size.ts';
import { timeFault } from '../input/time-fault.ts';
import { valueFault } from '../input/value-faults.ts';

const limits = { depth: 4, listLength: 3, values: 20 };
const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

describe('values', () => {
  test.each([
    ['nothing', undefined],
    ['plain ones', { a: 1, b: null, c: true, d: '文字 😀', e: [1, 2, 3] }],
    ['as deep as may be', nested(4)],
    ['an own member called __proto__', JSON.parse('{"__proto__": {"a": 1}}')],
  ])('%s pass', (_, value) => {
    expect(valueFault(value, limits)).toBeNull();
  });

  test.each([
    ['NUL', { input: { note: 'a\u0000b' } }, 'variables.input.note', /NUL/],
    ['half a character', { notes: ['x', '\uD800'] }, 'variables.notes.1', /half a character/],
    ['a key that is no text', { 'a\u0000': 1 }, 'variables.…', /NUL/],
    ['a list that is too long', { ids: [1, 2, 3, 4] }, 'variables.ids', /4 entries/],
    ['nesting', nested(5), 'variables.a.a.a.a', /deeper than 4/],
    ['nesting without end', nested(5_000), 'variables.a.a.a.a', /deeper than 4/],
    [
      'too many of them',
      Array.from({ length: 3 }, () => ({ a: [1, 2, 3], b: [1, 2, 3] })),
      'variables.2.a',
      /more than 20/,
    ],
  ])('%s is a fault', (_, value, path, message) => {
    expect(valueFault(value, limits)).toEqual({ path, message: expect.stringMatching(message) });
  });
});

test.each([
  ['0000-12-31T23:59:59Z', false],
  ['0001-01-01T00:00:00Z', true],
  ['9999-12-31T23:59:59Z', true],
  ['9999-12-31T23:59:59-14:00', false],
])('%s can be kept: %s', (text, kept) => {
  expect(timeFault(new Date(text)) === null).toBe(kept);
});

test.each([
  ['{ a { b(c: [1]) } }', 4],
  ['{ a(b: "{{{{", c: """[[[ \\""" [""") } # ((((', 2],
  ['['.repeat(9_000), 9_000],
  ['"""'.repeat(9_001), 0],
])('brackets are counted without parsing, and not in texts', (source, depth) => {
  expect(nestingOf(source)).toBe(depth);
});

test('an operation is measured with its fragments written out, and walked no further than asked', () => {
  const document = parse(`query Q @a { one { ...F } two: one { ...F } }
    fragment F on T { id @b deep { deeper { ...G } } } fragment G on T { id x: id y: id }`);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is an operation.');
  expect(sizeOf(operation, document, 1_000)).toEqual({
    depth: 4,
    aliases: 5,
    directives: 3,
    rootFields: 2,
    repeats: 3,
    selections: 18,
  });
  expect(sizeOf(operation, document, 5).selections).toBe(6);
});
