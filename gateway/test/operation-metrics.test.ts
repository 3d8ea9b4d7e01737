/** Callers choose names of operations and clients, and cannot fill the memory or the metrics with them. */
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { OperationMetrics } from '../src/telemetry/operation-metrics.ts';

const query = { kind: 'query', outcome: 'ok', client: 'day-planner' };

test('an operation is counted by name, kind, outcome and client', async () => {
  const registry = new Registry();
  new OperationMetrics(registry).count({ ...query, operation: 'Queue' }, 0.02);
  expect(await registry.metrics()).toContain(
    'huizhen_operations_total{operation="Queue",kind="query",outcome="ok",client="day-planner"} 1',
  );
});

test('the operations that were used last keep their series, and forgotten ones take theirs with them', async () => {
  const registry = new Registry();
  const metrics = new OperationMetrics(registry);
  for (let at = 0; at < 1_000; at += 1) metrics.count({ ...query, operation: `Generated${at}` }, 0.01);
  const counted = (await registry.metrics()).split('\n').filter((line) => line.startsWith('huizhen_operations_total{'));
  expect(counted.length).toBe(200);
  expect(counted.at(-1)).toContain('Generated999');
  const buckets = (await registry.metrics()).split('\n').filter((line) => line.includes('_bucket{'));
  expect(buckets.length).toBe(200 * 10);
});

test('clients beyond the first thirty are others together', async () => {
  const registry = new Registry();
  const metrics = new OperationMetrics(registry);
  for (let at = 0; at < 100; at += 1) metrics.count({ ...query, operation: 'Queue', client: `app-${at}` }, 0.01);
  const text = await registry.metrics();
  expect(text).toContain('client="other"} 70');
});

test.each(['Find13987650421', 'a b\n', '欧阳', 'x'.repeat(65)])('%j is no name that is told', async (operation) => {
  const registry = new Registry();
  new OperationMetrics(registry).count({ ...query, operation, client: operation }, 0.01);
  const text = await registry.metrics();
  expect(text).toContain('{operation="other",kind="query",outcome="ok",client="other"} 1');
  expect(text).not.toContain(operation);
});
