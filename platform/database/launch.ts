/** One attempt to start the server in a cluster: ready, or gone with a reason. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { asSeenBy, type Cluster } from './cluster.ts';
import { ownPostmaster, stopPostmaster, type RunningPostmaster } from './postmaster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { answers } from './server-answer.ts';
import { openServerLog } from './server-log.ts';
import { serverArguments } from './server-settings.ts';
import { spawnOptions } from './spawn-options.ts';
import { fileFailure } from './file-failure.ts';
import { notReady } from './start-failure.ts';

type Launch = { postmaster: RunningPostmaster } | { failedWith: string };
type Attempt = { port: number; password: string; patienceMs: number };

export async function launch(cluster: Cluster, attempt: Attempt): Promise<Launch> {
  const log = await openServerLog(cluster.logFile);
  try {
    const postmaster = await spawnServer(cluster, attempt.port, log.handle.fd);
    if (await becomesReady(cluster, postmaster, attempt)) return { postmaster };
    return { failedWith: await log.writtenSince(postmaster.pid) };
  } finally {
    await log.handle.close();
  }
}

/** False when it exits instead. */
async function becomesReady(cluster: Cluster, postmaster: RunningPostmaster, attempt: Attempt): Promise<boolean> {
  const endsAt = performance.now() + attempt.patienceMs;
  while (performance.now() < endsAt) {
    if (postmaster.hasExited()) return false;
    const card = await readPostmasterFile(cluster.directory);
    if (card?.pid === postmaster.pid && (await answers(cluster, card, attempt.password))) return true;
    await pause(50);
  }
  await stopPostmaster(postmaster, cluster.directory);
  throw notReady(cluster, attempt.patienceMs / 1000);
}

/**
 * Detached, so that Ctrl-C in the host's terminal does not reach the server before the host has finished its own work;
 * its output goes to a file, because a pipe would break when the host is killed and the server lives on.
 */
async function spawnServer(cluster: Cluster, port: number, logFd: number): Promise<RunningPostmaster> {
  const directory = await asSeenBy(cluster.account, cluster.directory);
  const child = spawn(cluster.binaries.postgres, serverArguments(directory, port), {
    ...spawnOptions(cluster.directory, cluster.account),
    detached: true,
    stdio: ['ignore', logFd, logFd],
  });
  // Kept alive by nothing but itself: a host that has nothing else to do may end, and the next one adopts the server.
  child.unref();
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(fileFailure(cluster.binaries.postgres, error)));
    child.once('spawn', () => {
      if (child.pid !== undefined) resolve(ownPostmaster(child.pid, child));
    });
  });
}
