import { expect, test } from 'vitest';
import { missingItems } from '../../src/domain/completeness.ts';
import { draft, ready } from './given.ts';

const paths = (request: ReturnType<typeof draft>, facts = ready) =>
  missingItems(request, facts).map(({ path }) => path);

test('a complete request misses nothing', () => {
  expect(paths(draft())).toEqual([]);
});

test.each([
  ['specialty', { specialty: ' ' }],
  ['reason', { reason: '痛' }],
  ['summary', { summary: '   头晕三天     ' }],
] as const)('a request whose %s says too little is not usable', (path, changes) => {
  expect(paths(draft(changes))).toEqual([path]);
});

test('consent and agreement have to be in force', () => {
  expect(paths(draft(), { ...ready, consentInForce: false, agreementInForce: false })).toEqual([
    'consent',
    'agreement',
  ]);
});

test('only a remote diagnosis needs a study', () => {
  const without = { ...ready, hasStudy: false };
  expect(paths(draft({ kind: 'DIAGNOSIS' }), without)).toEqual(['imagingStudies']);
  expect(paths(draft({ kind: 'CONSULTATION' }), without)).toEqual([]);
});
