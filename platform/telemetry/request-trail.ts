/** Which request this process is working for, carried along every await, for log lines and spans. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '@opentelemetry/api';

export interface RequestTrail {
  readonly requestId: string;
  /** The name of the operation, known once it has been read. */
  readonly about: { operation?: string };
  /** Where the next span hangs; null while nothing is traced. */
  readonly trace: Context | null;
}

const trails = new AsyncLocalStorage<RequestTrail>();

export function currentTrail(): RequestTrail | undefined {
  return trails.getStore();
}

export function along<T>(trail: RequestTrail, work: () => T): T {
  return trails.run(trail, work);
}
