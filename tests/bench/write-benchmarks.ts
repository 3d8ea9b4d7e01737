/** Writes docs/benchmarks.md: what was measured, on what, and how, so that anybody can do it again. */
import { writeFile } from 'node:fs/promises';
import { arch, cpus, platform, totalmem } from 'node:os';
import type { Measured } from './measured.ts';
import { tableOf } from './table.ts';

const file = new URL('../../docs/benchmarks.md', import.meta.url);

export async function writeBenchmarks(measured: readonly Measured[], now: Date): Promise<void> {
  const [processor] = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores of ${processor?.model.trim() ?? 'unknown'}, ${gibibytes} GiB, ${platform()} ${arch()}, Node ${process.version}`;
  const sections = measured.map(({ title, how, rows }) => `## ${title}\n\n${how}\n\n${tableOf(rows)}\n`);
  await writeFile(file, `${introduction(machine, now)}\n${sections.join('\n')}`);
}

function introduction(machine: string, now: Date): string {
  return `# Benchmarks

Measured by \`npm run bench -- --write\` on ${now.toISOString().slice(0, 10)}: ${machine}. The gateways, the subgraphs, PostgreSQL 18 and the client
that asks share these cores, so compare rows of one table, never figures of different tables or machines. Every contestant
answers the same question over the same supergraph and data; those of one table take turns, several rounds each, after a warm-up.

What is aimed at: at least 5 times plain \`@apollo/gateway\` in process and 3 times over HTTP, ahead of every other gateway, and at least 0.7 of the
endpoint written by hand. Read the two queue tables together: where everybody asks the same (a wall of dashboards), our gateway and Hive Gateway
profit from answering equal questions in flight once; where each asks its own, what is left is the work itself, most of it the subgraphs'.
`;
}
