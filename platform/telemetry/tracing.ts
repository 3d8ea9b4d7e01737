/** Spans of this process. Without a collector each call costs one comparison, and the SDK is not even loaded. */
import {
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type SpanContext,
  type SpanKind,
  type SpanOptions,
  type TextMapGetter,
} from '@opentelemetry/api';
import { createLogger } from './logger.ts';
import type { OtlpTracing } from './otlp.ts';
import { along, currentTrail, type RequestTrail } from './request-trail.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Spanning {
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  /** Begins a trace of its own, linked to the one that it would belong to. */
  readonly newTrace?: boolean;
}

/** A span that is under way. */
export interface OpenSpan {
  /** What is begun in `work` hangs beneath this span. */
  within<T>(work: () => T): T;
  name(name: string): void;
  set(attributes: Attributes): void;
  /** Failures are told by their kind: their words may hold what must not leave. */
  end(failure?: string): void;
}

const FLUSH_PATIENCE_MS = 2_000;

const untraced: OpenSpan = {
  within: (work) => work(),
  name: () => undefined,
  set: () => undefined,
  end: () => undefined,
};

/** One for the process, as its log is. */
let tracing: OtlpTracing | null = null;

/** Call it before anything is started; off unless a collector's address is set. */
export async function startTracing(service: string, environment: Environment): Promise<{ stop(): Promise<void> }> {
  if (!isWanted(environment)) return { stop: () => Promise.resolve() };
  const { openOtlp } = await import('./otlp.ts');
  const started = openOtlp(service, createLogger({ name: service, level: 'warn' }));
  tracing = started;
  return { stop: () => withinMilliseconds(FLUSH_PATIENCE_MS, started.shutdown()) };
}

export function isTracing(): boolean {
  return tracing !== null;
}

export function openSpan(name: string, spanning: Spanning = {}): OpenSpan {
  if (tracing === null) return untraced;
  const trail = currentTrail() ?? untold;
  const from = trail.trace ?? ROOT_CONTEXT;
  const above = spanning.newTrace ? ROOT_CONTEXT : from;
  const span = tracing.tracer.startSpan(name, optionsOf(spanning, trace.getSpanContext(from)), above);
  return opened(span, { ...trail, trace: trace.setSpan(above, span) });
}

function optionsOf({ kind, attributes, newTrace }: Spanning, from: SpanContext | undefined): SpanOptions {
  return {
    ...(kind !== undefined && { kind }),
    ...(attributes && { attributes }),
    ...(newTrace && from && { links: [{ context: from }] }),
  };
}

/** Does the work within a span of its own. */
export async function traced<T>(name: string, spanning: Spanning, work: (span: OpenSpan) => Promise<T>): Promise<T> {
  if (tracing === null) return work(untraced);
  const span = openSpan(name, spanning);
  try {
    const result = await span.within(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(error instanceof Error ? error.name : 'unknown');
    throw error;
  }
}

/** The headers by which another process goes on with this trace. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  const from = currentTrail()?.trace;
  if (tracing !== null && from) tracing.propagator.inject(from, headers, defaultTextMapSetter);
  return headers;
}

/** Finds a header, or what stands for one, such as `traceparent`. */
export type HeaderLookup = (name: string) => unknown;

/** Works for a request of somebody else's, within their trace when their headers name one. */
export function alongRequest<T>(requestId: string, header: HeaderLookup, work: () => T): T {
  const context = tracing?.propagator.extract(ROOT_CONTEXT, header, headerGetter) ?? null;
  return along({ requestId, about: {}, trace: context }, work);
}

const headerGetter: TextMapGetter<HeaderLookup> = {
  keys: () => ['traceparent', 'tracestate'],
  get(header, name) {
    const value = header(name);
    return typeof value === 'string' ? value : undefined;
  },
};

const untold: RequestTrail = { requestId: '', about: {}, trace: null };

function opened(span: Span, trail: RequestTrail): OpenSpan {
  return {
    within: (work) => along(trail, work),
    name: (name) => void span.updateName(name),
    set: (attributes) => void span.setAttributes(attributes),
    end(failure) {
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', failure);
      span.end();
    },
  };
}

/** https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
function isWanted(environment: Environment): boolean {
  const endpoint = environment['OTEL_EXPORTER_OTLP_ENDPOINT'] || environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];
  const refused = environment['OTEL_SDK_DISABLED'] === 'true' || environment['OTEL_TRACES_EXPORTER'] === 'none';
  return Boolean(endpoint) && !refused;
}

async function withinMilliseconds(patience: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
