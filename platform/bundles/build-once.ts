/** Builds pages into static files, once per state of their sources: the folder's name is the hash of what went in. */
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfFiles } from './hash-of-files.ts';

export interface BundleOfPages {
  /** Where bundles lie, a folder each. */
  readonly dist: string;
  /** Every file that decides what the bundle becomes. */
  inputs(): Promise<readonly string[]>;
  /** Imports its bundler here, because a warm start should not pay for loading it. */
  make(outdir: string): Promise<void>;
}

export async function buildOnce(pages: BundleOfPages): Promise<{ dir: string; built: boolean }> {
  const { dist } = pages;
  const dir = join(dist, await hashOfFiles(await pages.inputs()));
  if (await exists(dir)) return { dir, built: false };
  await mkdir(dist, { recursive: true });
  const unfinished = await mkdtemp(join(dist, '.unfinished-'));
  await pages.make(unfinished);
  await publish(unfinished, dir);
  return { dir, built: true };
}

/** A rename is atomic: whoever starts meanwhile sees a whole bundle or none. When two build at once, the first one's stays. */
async function publish(unfinished: string, dir: string): Promise<void> {
  try {
    await rename(unfinished, dir);
  } catch (error) {
    await rm(unfinished, { recursive: true });
    if (!(await exists(dir))) throw error;
  }
  await removeOlder(dir);
}

async function removeOlder(dir: string): Promise<void> {
  const dist = join(dir, '..');
  const older = (await readdir(dist)).filter((name) => !name.startsWith('.') && join(dist, name) !== dir);
  await Promise.all(older.map((name) => rm(join(dist, name), { recursive: true, force: true })));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
