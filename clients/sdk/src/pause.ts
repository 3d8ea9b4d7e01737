/** Waiting that ends early when one of several signals says so. */
import type { Machine } from './machine.ts';

const FIRST_MS = 250;
const LONGEST_MS = 15_000;

/** Twice as long each time, and never the same for all who lost the line at once. */
export function backoffMs(failures: number, { random }: Pick<Machine, 'random'>): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10)) * (0.5 + random() / 2);
}

export function pause(ms: number, ...wakers: readonly (AbortSignal | undefined)[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    for (const waker of wakers) waker?.addEventListener('abort', done);
    if (wakers.some((waker) => waker?.aborted)) done();
    function done() {
      clearTimeout(timer);
      for (const waker of wakers) waker?.removeEventListener('abort', done);
      resolve();
    }
  });
}

export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('This operation was aborted', 'AbortError');
}
