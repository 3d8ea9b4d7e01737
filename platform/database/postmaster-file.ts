/** postmaster.pid: the lock and the visiting card PostgreSQL keeps in its data folder while it runs. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './database-errors.ts';
import { isPostmasterOf } from './process-liveness.ts';

/** `ready` once the server has its port and takes connections; not yet while it starts, no more while it stops. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** The card's lines: pid, folder, start time, port, socket folder, address, shared memory, status (src/include/utils/pidfile.h). */
export async function readPostmasterFile(directory: string): Promise<Postmaster | undefined> {
  const lines = (await readIfThere(join(directory, 'postmaster.pid'))).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/** The postmaster that lives in this folder now, whoever started it. */
export async function livePostmaster(directory: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmasterFile(directory);
  return postmaster && (await isPostmasterOf(postmaster.pid, directory)) ? postmaster : undefined;
}

/**
 * PostgreSQL clears the file of a dead pid itself, but refuses to start when the pid was given to another program.
 * Removing it is safe then: its shared memory check still keeps two servers off one folder.
 */
export async function removeStalePostmasterFile(directory: string): Promise<void> {
  const postmaster = await readPostmasterFile(directory);
  if (!postmaster || (await isPostmasterOf(postmaster.pid, directory))) return;
  const again = await readPostmasterFile(directory);
  if (again?.pid === postmaster.pid) await rm(join(directory, 'postmaster.pid'), { force: true });
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
