/** What could not be read, while the rest of the page is there, is tried again by itself after a while. */
import { useEffect } from 'react';
import type { Problem } from '../../graph/problem.ts';

const everyMs = 10_000;
/** Trying again would bring the same answer. */
const final = ['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'QUERY_TOO_COMPLEX'];

export function useRetry(problem: Problem | null, readAgain: () => void): void {
  const passing = problem !== null && !final.includes(problem.code);
  useEffect(() => {
    if (!passing) return undefined;
    const timer = setInterval(readAgain, everyMs);
    return () => clearInterval(timer);
  }, [passing, readAgain]);
}
