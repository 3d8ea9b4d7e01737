/** What is said of deprecated parts that an operation uses. */
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { deprecationHeaders, deprecationsIn } from '../../src/partners/deprecations.ts';

const schema = buildSchema(`
  directive @shown(how: String @deprecated(reason: "Leave it out.")) on FIELD
  enum Urgency { ROUTINE CRITICAL @deprecated(reason: "Use ROUTINE.") }
  input Filter { urgency: Urgency, old: String @deprecated(reason: "Use urgency.") }
  type Query {
    case(id: ID, filter: Filter, number: Int @deprecated(reason: "Use id.")): Case
  }
  type Case {
    id: ID
    reason: String @deprecated(reason: "Use summary instead. Deprecated: 2026-12-01. Sunset: 2027-03-31.")
    text: String @deprecated(reason: "Use summary instead. Deprecated: 2026-11-01. Sunset: 2027-06-30.")
    note: String @deprecated(reason: "Sunset: 2027-99-99.")
  }
`);

const coordinates = (text: string) => deprecationsIn(schema, text).map(({ coordinate }) => coordinate);

test('nothing is said of an operation that uses nothing deprecated, or is none', () => {
  expect(coordinates('{ case(id: 1) { id } }')).toEqual([]);
  expect(coordinates('{ case')).toEqual([]);
  expect(coordinates('{ nothing { here } }')).toEqual([]);
});

test('fields, arguments, input fields and enum values are named by their coordinates, once', () => {
  const text = `query Q { case(number: 1, filter: { old: "x", urgency: CRITICAL }) { ...F reason @shown(how: "y") } }
    fragment F on Case { reason text }`;
  expect(coordinates(text).toSorted()).toEqual([
    '@shown(how:)',
    'Case.reason',
    'Case.text',
    'Filter.old',
    'Query.case(number:)',
    'Urgency.CRITICAL',
  ]);
});

test('the dates come out of the reason, where it has any', () => {
  expect(deprecationsIn(schema, '{ case { reason note } }')).toEqual([
    {
      coordinate: 'Case.reason',
      reason: 'Use summary instead. Deprecated: 2026-12-01. Sunset: 2027-03-31.',
      deprecated: '2026-12-01',
      sunset: '2027-03-31',
    },
    { coordinate: 'Case.note', reason: 'Sunset: 2027-99-99.', deprecated: null, sunset: null },
  ]);
});

test('headers name the earliest dates, in the forms of RFC 9745 and RFC 8594', () => {
  expect(deprecationHeaders(deprecationsIn(schema, '{ case { reason text } }'))).toEqual({
    deprecation: '@1793491200',
    sunset: 'Wed, 31 Mar 2027 00:00:00 GMT',
  });
  expect(deprecationHeaders(deprecationsIn(schema, '{ case { note } }'))).toEqual({});
});
