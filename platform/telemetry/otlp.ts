/** Sends spans to an OTLP collector, set up by the standard variables alone (endpoint, headers, sampler, batches, resource). */
import { diag, type TextMapPropagator, type Tracer } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from './logger.ts';

export interface OtlpTracing {
  readonly tracer: Tracer;
  readonly propagator: TextMapPropagator;
  shutdown(): Promise<void>;
}

/** Never registered as the process's global provider: libraries that trace by themselves would add what they please. */
export function openOtlp(service: string, logger: Logger): OtlpTracing {
  const quiet = () => undefined;
  const warn = (reason: string) =>
    logger.warn({ reason: reason.slice(0, 200) }, 'traces: something is wrong with them');
  diag.setLogger({ error: warn, warn: quiet, info: quiet, debug: quiet, verbose: quiet });
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': service }))
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  return {
    tracer: provider.getTracer('huizhen'),
    propagator: new W3CTraceContextPropagator(),
    shutdown: () => provider.shutdown(),
  };
}
