/** How an operation was carried out is told to whoever asks, where the graph may be looked into. */
import { expect, test } from 'vitest';
import { explanationFor } from '../src/telemetry/explanation.ts';
import { OperationWatch, watched } from '../src/telemetry/operation-watch.ts';

function explained(extensions: unknown, introspection: boolean) {
  const watch = new OperationWatch('http', null);
  watch.plan = { kind: 'QueryPlan' };
  return watched(watch, () => explanationFor(extensions, introspection));
}

test('whoever asks is told', () => {
  expect(explained({ explain: true }, true)).toEqual({ explain: { plan: 'QueryPlan {}', fetches: [] } });
});

test.each([undefined, {}, { explain: 'yes' }, { explain: false }])('%j does not ask', (extensions) => {
  expect(explained(extensions, true)).toBeUndefined();
});

test('in production nobody is told', () => {
  expect(explained({ explain: true }, false)).toBeUndefined();
});
