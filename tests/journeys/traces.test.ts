/** One trace leads from the gateway through the subgraphs to their statements, in whichever way the platform is laid out. */
import { topologies } from '@huizhen/gateway/topology/topologies';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, signInAs, type Actor } from '../harness/actor.ts';
import { openClinicAsProcess, type ClinicProcess } from '../harness/clinic-process.ts';
import { openTraceCollector, type CollectedSpan, type TraceCollector } from '../harness/trace-collector.ts';
import { QUEUE, type QueueEvent } from '../harness/main-job.ts';

/** Both differ in how a trace gets from one part to the next: by what is awaited, or by headers. */
describe.each(topologies)('laid out as %s', (topology) => {
  let collector: TraceCollector;
  let platform: ClinicProcess;
  let coordinator: Actor;

  beforeAll(async () => {
    collector = await openTraceCollector();
    platform = await openClinicAsProcess({
      TOPOLOGY: topology,
      LOG_LEVEL: 'info',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '50',
    });
    coordinator = await signInAs(platform.url, 'coordinator');
  }, 120_000);
  afterAll(async () => {
    await coordinator?.leave();
    await platform?.clear();
    await collector?.close();
  });

  const spansOf = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId);

  test("a client's trace goes on through subgraphs and transactions to statements", async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const query = 'query WhoseDay { me { displayName } consultations(first: 2) { nodes { id patient { name } } } }';
    const answer = await post(
      platform.url,
      { query },
      {
        authorization: `Bearer ${coordinator.accessToken}`,
        traceparent: `00-${traceId}-b7ad6b7169203331-01`,
        'apollographql-client-name': 'day-planner',
      },
    );
    expect(answer.errors).toBeUndefined();
    await expect.poll(() => spansOf(traceId).find(({ name }) => name === 'query WhoseDay')).toBeDefined();
    await expect
      .poll(() => descent(spansOf(traceId), 'SELECT'))
      .toEqual(['query WhoseDay', 'fetch consultations', 'subgraph consultations', 'transaction', 'SELECT']);
    const root = spansOf(traceId).find(({ name }) => name === 'query WhoseDay');
    expect(root?.parentSpanId).toBe('b7ad6b7169203331');
    expect(told(root, 'huizhen.client')).toBe('day-planner');
    expect(told(root, 'huizhen.outcome')).toBe('ok');
    expect(spansOf(traceId).map(({ name }) => name)).toEqual(expect.arrayContaining(['plan', 'fetch directory']));
    const services = new Set(spansOf(traceId).map(({ service }) => service));
    if (topology === 'processes')
      expect(services).toEqual(
        new Set(['huizhen-gateway', 'huizhen-consultations', 'huizhen-directory', 'huizhen-patients']),
      );
    else expect(services).toEqual(new Set(['huizhen']));
  });

  test("a client's request id comes back, and stands in the log with the trace and the outcome", async () => {
    const response = await fetch(platform.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'his-42' },
      body: JSON.stringify({ query: 'query Nobody { consultations(first: 1) { totalCount } }' }),
    });
    expect(response.headers.get('x-request-id')).toBe('his-42');
    await response.text();
    const line = () => platform.output.split('\n').find((one) => one.includes('"requestId":"his-42"'));
    await expect.poll(line).toBeDefined();
    const trace = collector.spans.find(({ name }) => name === 'query Nobody')?.traceId;
    expect(JSON.parse(line() ?? '')).toMatchObject({
      msg: 'operation',
      operation: 'Nobody',
      kind: 'query',
      outcome: 'UNAUTHENTICATED',
      subject: null,
      traceId: expect.stringMatching(trace ?? /^[0-9a-f]{32}$/),
    });
  });

  test('each event of a subscription is a trace of its own, linked to the one that asked for it', async () => {
    const feed = coordinator.watch<QueueEvent>(QUEUE);
    await feed.until(({ consultationQueue }) => consultationQueue.kind === 'SNAPSHOT');
    const asked = () => collector.spans.find(({ name }) => name === 'subscription Queue')?.traceId;
    await expect.poll(asked).toBeDefined();
    const event = (name: string) => () =>
      collector.spans.find((span) => span.name === name && span.links?.[0]?.traceId === asked());
    await expect.poll(event('event consultations')).toBeDefined();
    await expect.poll(event('event Queue')).toBeDefined();
    const enriched = () => spansOf(event('event Queue')()?.traceId ?? '').map(({ name }) => name);
    await expect.poll(enriched).toEqual(expect.arrayContaining(['fetch patients', 'subgraph patients', 'SELECT']));
  });

  test('statements are told with placeholders', async () => {
    const texts = () => collector.spans.map((span) => told(span, 'db.query.text')).filter((one) => one !== undefined);
    await expect.poll(() => texts().length).toBeGreaterThan(3);
    expect(texts()).toContainEqual(expect.stringMatching(/^SELECT .* WHERE patient_id = ANY \(\$1::uuid\[\]\)$/));
    expect(texts().filter((one) => /'|\d{3}/.test(JSON.stringify(one)))).toEqual([]);
  });
});

/** Names from the first span of a trace down to one of that name, of which there is one beneath consultations. */
function descent(spans: readonly CollectedSpan[], name: string): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const above = (span: CollectedSpan | undefined): string[] =>
    span ? [...above(byId.get(span.parentSpanId ?? '')), span.name] : [];
  const lines = spans.filter((span) => span.name === name).map(above);
  return lines.find((line) => line.includes('subgraph consultations')) ?? [];
}

function told(span: CollectedSpan | undefined, key: string): unknown {
  return span?.attributes.find((one) => one.key === key)?.value['stringValue'];
}
