/** Watches one operation from its arrival to its answer: a span, metrics, a line in the log, and its plan when it was slow. */
import { SpanKind } from '@opentelemetry/api';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { plainName } from '@huizhen/platform/telemetry/plain-name';
import { openSpan, type OpenSpan } from '@huizhen/platform/telemetry/tracing';
import type { Metrics } from './metrics.ts';
import { OperationWatch, watched } from './operation-watch.ts';
import { planText } from './plan-text.ts';

export interface Telemetry {
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Operations that take longer are logged with their plan; 0 for none. */
  readonly slowMilliseconds: number;
}

export interface Arrival {
  readonly transport: 'http' | 'websocket' | 'sse';
  /** What the client calls itself, if it does. */
  readonly client: string | null;
}

/** Failures of ours, beside which the others are answers. */
const OUR_FAILURES = new Set(['INTERNAL', 'UPSTREAM_UNAVAILABLE']);

/** `work` is given a way to say how it failed, for what nothing notices on its way. */
export async function watchOperation<T>(
  telemetry: Telemetry,
  { transport, client }: Arrival,
  work: (failed: (code: string) => void) => Promise<T>,
): Promise<T> {
  const watch = new OperationWatch(transport, client);
  const span = openSpan('operation', { kind: SpanKind.SERVER });
  const failed = (code: string) => void (watch.failure ??= code);
  try {
    return await span.within(() => watched(watch, () => work(failed)));
  } catch (error) {
    failed('INTERNAL');
    throw error;
  } finally {
    span.within(() => tell(telemetry, watch));
    finish(span, watch);
  }
}

function tell({ metrics, logger, slowMilliseconds }: Telemetry, watch: OperationWatch): void {
  const { name, kind, transport, subject, started } = watch;
  const milliseconds = Math.round((performance.now() - started) * 10) / 10;
  const outcome = watch.failure ?? 'ok';
  metrics.operations.count({ operation: name, kind, outcome, client: watch.client }, milliseconds / 1_000);
  const seen = { operation: name, kind, outcome, milliseconds, transport, client: plainName(watch.client), subject };
  logger.info(seen, 'operation');
  if (slowMilliseconds === 0 || milliseconds < slowMilliseconds) return;
  logger.warn({ ...seen, plan: watch.plan && planText(watch.plan), fetches: watch.fetches }, 'slow operation');
}

function finish(span: OpenSpan, { name, kind, failure, transport, client }: OperationWatch): void {
  const clientName = plainName(client);
  span.name(name === null ? kind : `${kind} ${name}`);
  span.set({
    'graphql.operation.type': kind,
    'huizhen.outcome': failure ?? 'ok',
    'network.protocol.name': transport,
    ...(name !== null && { 'graphql.operation.name': name }),
    ...(clientName !== null && { 'huizhen.client': clientName }),
  });
  span.end(failure !== null && OUR_FAILURES.has(failure) ? failure : undefined);
}
