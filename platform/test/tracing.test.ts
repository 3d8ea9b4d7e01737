/** A collector that does not answer holds up nobody. */
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from '../http/listen.ts';
import { isTracing, startTracing, traced, traceHeaders } from '../telemetry/tracing.ts';

test.each([
  {},
  { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_SDK_DISABLED: 'true' },
])('nothing is traced with %j', async (environment) => {
  await startTracing('huizhen', environment);
  expect(isTracing()).toBe(false);
  expect(await traced('work', {}, () => Promise.resolve(traceHeaders()))).toEqual({});
});

test('a process stops within two seconds, whether or not the collector takes what is left', async () => {
  const silent = createServer(() => undefined);
  const { port } = await listen(silent, { host: '127.0.0.1', port: 0 });
  // The exporter reads the standard variables from its process.
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${port}`;
  const tracing = await startTracing('huizhen', process.env);
  const headers = await traced('work', {}, () => Promise.resolve(traceHeaders()));
  expect(headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  const started = performance.now();
  await tracing.stop();
  expect(performance.now() - started).toBeLessThan(3_000);
  silent.closeAllConnections();
  silent.close();
});
