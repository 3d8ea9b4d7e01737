/** Bundles the playground into static files, once per state of its sources: the folder's name is the hash of what went in. */
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashOfInputs } from './hash-of-inputs.ts';

const dist = join(import.meta.dirname, 'dist');

export async function buildPlayground(): Promise<{ dir: string; built: boolean }> {
  const dir = join(dist, await hashOfInputs());
  if (await exists(dir)) return { dir, built: false };
  await mkdir(dist, { recursive: true });
  const unfinished = await mkdtemp(join(dist, '.unfinished-'));
  // Imported here, because a warm start should not pay for loading the bundler.
  const { bundlePage } = await import('./bundle-page.ts');
  await bundlePage(unfinished);
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
  const older = (await readdir(dist)).filter((name) => !name.startsWith('.') && join(dist, name) !== dir);
  await Promise.all(older.map((name) => rm(join(dist, name), { recursive: true, force: true })));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { dir, built } = await buildPlayground();
  process.stdout.write(`${built ? 'built' : 'up to date'}: ${dir}\n`);
}
