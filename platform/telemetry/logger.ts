/** One logger for a process. Log ids and states, never names, texts or identifiers of patients. */
import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

export function createLogger(options: { level: string; name: string }): Logger {
  return pino({
    name: options.name,
    level: options.level,
    base: { pid: process.pid },
    redact: ['*.password', '*.token', '*.authorization', 'headers.authorization'],
  });
}
