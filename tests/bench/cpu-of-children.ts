/** Seconds that the processes which this one has started, and theirs, have been at work; PostgreSQL's are not counted. */
import { readdir, readFile } from 'node:fs/promises';

/** Linux counts so for programs, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

interface Running {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
  readonly seconds: number;
}

export async function cpuOfChildren(): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const running = (await Promise.all(pids.map(look))).flat();
  return descendants(running, process.pid)
    .filter(({ name }) => name !== 'postgres')
    .reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Nothing of one that has just ended. */
async function look(pid: string): Promise<Running[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return [];
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  const [, parent = 0, , , , , , , , , , user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return [{ pid: Number(pid), name, parent, seconds: (user + system) / TICKS_PER_SECOND }];
}

function descendants(running: readonly Running[], ancestor: number): Running[] {
  const children = running.filter(({ parent }) => parent === ancestor);
  return children.flatMap((child) => [child, ...descendants(running, child.pid)]);
}
