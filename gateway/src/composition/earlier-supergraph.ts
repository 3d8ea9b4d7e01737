/** The supergraph as this work found it, out of git: where the branch left main, or the commit before on main itself. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type EarlierSupergraph = { readonly sdl: string; readonly commit: string } | { readonly none: string };

const run = promisify(execFile);
const root = new URL('../../../', import.meta.url);

export async function earlierSupergraph(): Promise<EarlierSupergraph> {
  const commit = await baseCommit();
  if (commit === null) return { none: 'git knows no earlier state of main' };
  const sdl = await git('show', `${commit}:schema/supergraph.graphql`);
  return sdl === null ? { none: `there was no supergraph yet at ${commit.slice(0, 10)}` } : { sdl, commit };
}

async function baseCommit(): Promise<string | null> {
  const head = await git('rev-parse', 'HEAD');
  const base = (await git('merge-base', 'HEAD', 'origin/main')) ?? (await git('merge-base', 'HEAD', 'main'));
  return base !== null && base === head ? git('rev-parse', '--verify', 'HEAD~1') : base;
}

/** What git answers, or null where it cannot: no repository, no such commit, no such file. */
async function git(...parameters: string[]): Promise<string | null> {
  const limits = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
  return run('git', parameters, limits).then(
    ({ stdout }) => (parameters[0] === 'show' ? stdout : stdout.trim()),
    () => null,
  );
}
