/** Whether a process that is perhaps not our child still runs, and whether it is the PostgreSQL of a given folder. */
import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from './database-errors.ts';

const run = promisify(execFile);

/** A zombie counts as gone: in containers without an init nobody reaps an orphan, and kill(pid, 0) would succeed forever. */
export async function isAlive(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return acceptsSignals(pid);
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const state = stat.slice(stat.lastIndexOf(')') + 2).charAt(0);
    return state !== 'Z' && state !== 'X';
  } catch (error) {
    return !['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '');
  }
}

/** A pid can be reused by another program; a postmaster works inside its data folder. When the system won't tell, assume yes: that harms nothing. */
export async function isPostmasterOf(pid: number, directory: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  return process.platform === 'linux' ? worksIn(pid, directory) : isNamedPostgres(pid);
}

async function worksIn(pid: number, directory: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(directory));
  } catch (error) {
    return !['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '');
  }
}

async function isNamedPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres');
}

function acceptsSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
