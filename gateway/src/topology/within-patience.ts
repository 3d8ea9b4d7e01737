/** Stopping must come to its end: a part that hangs, on a lost connection for instance, does not keep the database from being stopped. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@huizhen/platform/telemetry/logger';

const PATIENCE_MS = 10_000;

export async function withinPatience(part: string, stop: () => Promise<void>, logger: Logger): Promise<void> {
  const over = new AbortController();
  const late = pause(PATIENCE_MS, true, { signal: over.signal }).catch(() => false);
  const hung = await Promise.race([stop().then(() => false), late]).finally(() => over.abort());
  if (hung) logger.warn({ part }, 'a part has not stopped in time; stopping the others without it');
}
