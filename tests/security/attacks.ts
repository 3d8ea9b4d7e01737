/** One corpus of attacks on the endpoint: whatever the transport, the same verdict, and nothing is executed. */
import type { Question } from './transports.ts';

export interface Attack extends Question {
  readonly code: 'QUERY_TOO_COMPLEX' | 'BAD_USER_INPUT';
}

export const many = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

/** A patient's studies' patient's studies, so many times. */
const round = (times: number): string => (times === 0 ? 'id' : `imagingStudies { patient { ${round(times - 1)} } }`);
/** As JSON would carry it: an own member of that name, not a prototype. */
const parsed = (json: string) => JSON.parse(json) as Record<string, unknown>;

const code = 'QUERY_TOO_COMPLEX';
const search = 'query Q($s: String) { patients(search: $s) { totalCount } }';
const list = 'query Q($s: [ConsultationStatus!]) { consultations(statuses: $s) { totalCount } }';
const draft = 'mutation M($i: CreateConsultationInput!) { createConsultation(input: $i) { id } }';

const tooMuch: Readonly<Record<string, Question>> = {
  depth: { query: `{ me { patient { ${round(5)} } } }` },
  'depth through fragments': {
    query: `{ me { patient { ...F0 } } } ${many(9, (n) => `fragment F${n} on Patient { imagingStudies { patient { ...F${n + 1} } } }`)} fragment F9 on Patient { id }`,
  },
  aliases: { query: `{ me { ${many(16, (n) => `a${n}: displayName`)} } }` },
  'aliases of root fields': { query: `{ ${many(31, (n) => `a${n}: me { id }`)} }` },
  'aliases of mutations': { query: `mutation { ${many(20, (n) => `a${n}: setPresence(online: false) { id }`)} }` },
  'one field repeated': { query: `{ ${'me { id } '.repeat(6)} }` },
  'one field as often as tokens allow': { query: `{ me { ${'id '.repeat(1_990)} } }` },
  'one field as often, in a fragment that nobody uses': {
    query: `{ me { id } } fragment F on Viewer { ${'id '.repeat(1_980)} }`,
  },
  directives: { query: `{ me { id ${'@include(if: true) '.repeat(6)} } }` },
  'directives on many fields': { query: `{ me { ${many(6, () => 'id @skip(if: false)')} } }` },
  'directives on the operation': { query: `query Q ${'@x '.repeat(400)} { me { id } }` },
  'unknown directives': { query: `{ me { id ${'@x '.repeat(6)} } }` },
  'fragments that double': {
    query: `{ me { ...F0 } } ${many(30, (n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on Viewer { id }`,
  },
  'fragments that double at every level': {
    query: `{ me { patient { ...F0 } } } ${many(20, (n) => `fragment F${n} on Patient { imagingStudies { patient { ...F${n + 1} ...F${n + 1} } } }`)} fragment F20 on Patient { id }`,
  },
  'lists within lists': {
    query: '{ patients(first: 100) { nodes { imagingStudies { consultations { invitations { expert { id } } } } } } }',
  },
  'lists within lists, by a variable': {
    query:
      'query Q($n: Int!) { consultations(first: $n) { nodes { timeline { by { institution { id } } } invitations { id } } } }',
    variables: { n: 100 },
  },
  'lists within lists, by a default': {
    query: 'query Q($n: Int = 100) { consultations(first: $n) { nodes { timeline { by { institution { id } } } } } }',
  },
};

const wrong: Readonly<Record<string, Question>> = {
  tokens: { query: `{ ${'me '.repeat(2_100)} }` },
  'brackets without end': { query: '{a'.repeat(20_000) },
  'fragments in a circle': {
    query: '{ me { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
  },
  'a fragment in itself': { query: '{ me { ...A } } fragment A on Viewer { id ...A }' },
  'a deeply nested value': {
    query: `{ patients(search: ${'['.repeat(900)}${']'.repeat(900)}) { totalCount } }`,
  },
  'a huge variable of wrong values': {
    query: list,
    variables: { s: Array.from({ length: 4_000 }, (_, n) => `NO${n}`) },
  },
  'a list of wrong values': { query: list, variables: { s: Array.from({ length: 900 }, (_, n) => `NO${n}`) } },
  'a list of right values, too long': { query: list, variables: { s: Array.from({ length: 1_001 }, () => 'DRAFT') } },
  'a list of lists': {
    query: list,
    variables: { s: Array.from({ length: 90 }, () => Array.from({ length: 90 }, () => 1)) },
  },
  'a deep variable': {
    query: 'query Q($f: QueueFilter) { consultations { totalCount } }',
    variables: { f: parsed(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`) },
  },
  'a deep variable that nobody declared': {
    query: '{ me { id } }',
    variables: { f: parsed(`${'{"a":['.repeat(1_000)}1${']}'.repeat(1_000)}`) },
  },
  'a prototype in a variable': { query: draft, variables: { i: parsed('{"__proto__":{"patientId":"x"}}') } },
  'a prototype for variables': {
    query: 'query Q($s: String!) { patients(search: $s) { totalCount } }',
    variables: parsed('{"__proto__":{"s":"x"}}'),
  },
  'a constructor in a variable': { query: draft, variables: { i: parsed('{"constructor":{"prototype":{}}}') } },
  'a text for an object': { query: draft, variables: { i: 'x' } },
  'a huge whole number': {
    query: 'query Q($n: Int) { patients(first: $n) { totalCount } }',
    variables: { n: 99_999_999_999 },
  },
  'a huge whole number, written out': { query: '{ patients(first: 99999999999999999999) { totalCount } }' },
  'half a number': { query: 'query Q($n: Int) { patients(first: $n) { totalCount } }', variables: { n: 1.5 } },
  'no character at all': { query: search, variables: { s: 'a\u0000b' } },
  'no character at all, written out': { query: String.raw`{ patients(search: "a\u0000b") { totalCount } }` },
  'half a character': { query: search, variables: { s: 'x\uD800' } },
  'half a character, written out': { query: String.raw`{ patients(search: "\uD800") { totalCount } }` },
  'half a character as a name': { query: search, variables: { '\uDC00': 1 } },
  'names that are none': { query: '{ m\u0435 { id } }' },
  'a field named as a method': { query: '{ constructor { id } toString }' },
  'a variable declared twice': {
    query: 'query Q($s: String, $s: String) { patients(search: $s) { totalCount } }',
  },
  'a variable that is missing': { query: 'query Q($id: ID!) { consultation(id: $id) { id } }' },
  'an argument given twice': { query: '{ patients(first: 1, first: 2) { totalCount } }' },
  'an answer in parts': { query: '{ me { id ... @defer { displayName } } }' },
  'a list in parts': { query: '{ patients { nodes @stream { id } } }' },
  'unknown fields': { query: `{ ${many(25, (n) => `nothing${n}`)} }` },
  'what is between services': { query: '{ _service { sdl } }' },
  'entities past the policy': {
    query: '{ _entities(representations: [{__typename: "Patient", id: "1"}]) { __typename } }',
  },
  'a field that is not published': { query: '{ careRelations(patientIds: ["x"]) { patientId } }' },
  'no syntax': { query: '{ me { id }' },
  'nothing at all': { query: '#' },
  'an empty text': { query: '' },
  'a definition that is not executable': { query: '{ me { id } } type Query { x: Int }' },
  'two operations, none chosen': { query: 'query A { me { id } } query B { me { id } }' },
  'an operation that is not there': { query: 'query A { me { id } }', operationName: 'B' },
  'an operation named as a prototype': { query: 'query A { me { id } }', operationName: '__proto__' },
};

export const attacks: Readonly<Record<string, Attack>> = Object.fromEntries([
  ...Object.entries(tooMuch).map(([name, question]) => [name, { ...question, code }] as const),
  ...Object.entries(wrong).map(([name, question]) => [name, { ...question, code: 'BAD_USER_INPUT' as const }] as const),
]);
