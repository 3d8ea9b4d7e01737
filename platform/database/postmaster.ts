/** A running PostgreSQL as a process: told when it exits, stopped gently first and by force in the end. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, DatabaseError } from './database-errors.ts';
import { isPostmasterOf } from './process-liveness.ts';

export type Exit = { code: number | null };
export type RunningPostmaster = { pid: number; exited: Promise<Exit>; hasExited(): boolean };

const watchEveryMs = 250;
/** Fast shutdown (roll back and leave), immediate shutdown (recover at the next start), and the last resort. */
const waysToStop = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
] as const;

export function ownPostmaster(pid: number, child: ChildProcess): RunningPostmaster {
  return told(pid, (tell) => void child.once('exit', (code) => tell({ code })));
}

/** Not our child, so nobody tells us: look again and again, without keeping the host alive for it. */
export function adoptedPostmaster(pid: number, directory: string): RunningPostmaster {
  return told(pid, (tell) => {
    const look = async (): Promise<void> => {
      if (await isPostmasterOf(pid, directory)) setTimeout(() => void look(), watchEveryMs).unref();
      else tell({ code: null });
    };
    void look();
  });
}

export async function stopPostmaster(postmaster: RunningPostmaster, directory: string): Promise<void> {
  for (const { signal, patienceMs } of waysToStop) {
    if (postmaster.hasExited() || !(await isPostmasterOf(postmaster.pid, directory))) return;
    send(signal, postmaster.pid);
    if (await gone(postmaster, directory, patienceMs)) return;
  }
  throw new DatabaseError(
    'STOP_FAILED',
    `PostgreSQL in ${directory} (process ${postmaster.pid}) does not stop. End that process by hand.`,
  );
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It left between the look and the signal.
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

async function gone(postmaster: RunningPostmaster, directory: string, patienceMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 50) {
    if (postmaster.hasExited() || !(await isPostmasterOf(postmaster.pid, directory))) return true;
    await pause(50);
  }
  return false;
}

function told(pid: number, listen: (tell: (exit: Exit) => void) => void): RunningPostmaster {
  let exit: Exit | undefined;
  const { promise, resolve } = Promise.withResolvers<Exit>();
  listen((how) => {
    exit = how;
    resolve(how);
  });
  return { pid, exited: promise, hasExited: () => exit !== undefined };
}
