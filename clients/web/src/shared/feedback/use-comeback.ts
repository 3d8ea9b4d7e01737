/** Asks again every few seconds for what could not be read, until it can: a part that is missing comes back by itself. */
import { useEffect } from 'react';
import type { Problem, ProblemCode } from '../../graph/problem.ts';

const passing: readonly ProblemCode[] = ['UPSTREAM_UNAVAILABLE', 'INTERNAL', 'OFFLINE'];
const everyMs = 4_000;

interface Fresh {
  readonly requestPolicy: 'network-only';
}

export function isPassing(problem: Problem | null): boolean {
  return problem !== null && passing.includes(problem.code);
}

export function useComeback(problem: Problem | null, readAgain: (fresh: Fresh) => void): void {
  const missing = isPassing(problem);
  useEffect(() => {
    if (!missing) return undefined;
    const timer = setInterval(() => readAgain({ requestPolicy: 'network-only' }), everyMs);
    return () => clearInterval(timer);
  }, [missing, readAgain]);
}
