/** Reads from the server's log why it did not start, and what can be done about it. */
import { DatabaseError } from './database-errors.ts';
import { diskFull, notWritable } from './file-failure.ts';
import type { Cluster } from './cluster.ts';

/** Another postmaster, or the last processes of a dead one, still hold the folder: worth another look, not an error. */
export function isHeldByAnother(log: string): boolean {
  return /lock file "postmaster.pid" (already exists|is empty)|pre-existing shared memory block/.test(log);
}

export function isPortTaken(log: string): boolean {
  return /could not bind .*Address already in use|could not bind .*(10048|10013)/.test(log);
}

export function portTaken(port: number): DatabaseError {
  return new DatabaseError(
    'PORT_TAKEN',
    `Port ${port} on 127.0.0.1 is used by another program. Stop that program, or choose another port for PostgreSQL.`,
  );
}

export function startFailure(cluster: Cluster, log: string): DatabaseError {
  if (log.includes('No space left on device')) return diskFull(cluster.directory);
  if (log.includes('Permission denied') || log.includes('Read-only file system')) return notWritable(cluster.directory);
  const last = log.split('\n').slice(-3).join(' | ') || 'it wrote nothing';
  return new DatabaseError(
    'START_FAILED',
    `PostgreSQL in ${cluster.directory} did not start: ${last}. Its log is ${cluster.logFile}.`,
  );
}

export function notReady(cluster: Cluster, seconds: number): DatabaseError {
  return new DatabaseError(
    'NOT_READY',
    `PostgreSQL in ${cluster.directory} was not ready within ${seconds} s. Look into ${cluster.logFile}; if a server there hangs, stop the process named in postmaster.pid, then start again.`,
  );
}
