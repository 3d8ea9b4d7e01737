/** Tries again what may be done twice, when it was the network that failed. */
import { NetworkProblem } from '../errors/network-problem.ts';
import type { Machine } from '../machine.ts';
import { backoffMs, pause, reasonOf } from '../pause.ts';

const TRIES = 4;

export interface Persistence {
  readonly machine: Machine;
  readonly signal: AbortSignal | undefined;
}

export async function persistently<T>(work: () => Promise<T>, { machine, signal }: Persistence): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NetworkProblem) || failures + 1 >= TRIES) throw error;
      await pause(backoffMs(failures, machine), signal);
      if (signal?.aborted) throw reasonOf(signal);
    }
  }
}
