/** One logger for a process. Log ids and states, never names, texts or identifiers of patients. */
import { trace } from '@opentelemetry/api';
import { pino, type Logger as PinoLogger } from 'pino';
import { currentTrail } from './request-trail.ts';

export type Logger = PinoLogger;

export function createLogger(options: { level: string; name: string }): Logger {
  return pino({
    name: options.name,
    level: options.level,
    base: { pid: process.pid },
    redact: ['*.password', '*.token', '*.authorization', 'headers.authorization'],
    mixin: ofTheRequest,
  });
}

/** Every line that belongs to a request says to which. */
function ofTheRequest(): object {
  const trail = currentTrail();
  if (!trail) return {};
  const { requestId, about, trace: context } = trail;
  const traceId = context && trace.getSpanContext(context)?.traceId;
  return { requestId, ...about, ...(traceId && { traceId }) };
}
