/** The processes of subgraphs that this process supervises; on systems with /proc. */
import { readdir, readFile } from 'node:fs/promises';

/** @throws when the subgraph does not run now */
export async function pidOfSubgraph(name: string): Promise<number> {
  for (const pid of await childPids()) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('serve-subgraph.ts') && command.split('\0').includes(name)) return pid;
  }
  throw new Error(`No process serves ${name}.`);
}

async function childPids(): Promise<number[]> {
  const threads = await readdir('/proc/self/task');
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/self/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.join(' ').split(' ').filter(Boolean).map(Number);
}
