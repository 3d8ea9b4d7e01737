/** From files to documents that can be published. */
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { faultsOf } from '../src/documents/check-documents.ts';
import { splitDocuments } from '../src/documents/split-documents.ts';

const file = (text: string, name = 'a.graphql') => ({ name, text });

test('each operation stands by itself, with the fragments that it uses and no others, wherever they stand', () => {
  const { documents, faults } = splitDocuments([
    file('query A { a { ...One } }\nquery B { b }'),
    file('fragment Two on T { y } fragment One on T { x ...Two } fragment Three on T { z }', 'b.graphql'),
  ]);
  expect(faults).toEqual([]);
  expect(documents.map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual([
    'query A { a { ...One } } fragment One on T { x ...Two } fragment Two on T { y }',
    'query B { b }',
  ]);
});

test('every fault of every file is told at once', () => {
  const { faults } = splitDocuments([
    file('query A { a'),
    file('{ a } query B { b } type T { t: T }', 'b.graphql'),
    file('query B { b } fragment F on T { x } fragment F on T { y }', 'c.graphql'),
  ]);
  expect(faults).toEqual([
    'a.graphql:1:12: Syntax Error: Expected Name, found <EOF>.',
    'b.graphql: an operation has no name',
    'b.graphql: holds more than operations and fragments',
    'c.graphql: the operation B stands in the files twice',
    'c.graphql: the fragment F stands in the files twice',
  ]);
});

test('a document is checked against the graph, with its place in its file', () => {
  const schema = buildSchema('type Query { a: A } type A { x: Int }');
  const { documents } = splitDocuments([file('query Right { a { x } }\nquery Wrong {\n  a { y }\n  b\n}')]);
  expect(faultsOf(schema, documents)).toEqual([
    'a.graphql:3:7: Wrong: Cannot query field "y" on type "A". Did you mean "x"?',
    'a.graphql:4:3: Wrong: Cannot query field "b" on type "Query". Did you mean "a"?',
  ]);
});
