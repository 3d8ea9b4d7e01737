/** The playground as static files, made when its sources have changed. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOnce } from '@huizhen/platform/bundles/build-once';
import { filesIn } from '@huizhen/platform/bundles/hash-of-files';

const here = import.meta.dirname;
const lockfile = join(here, '../../pnpm-lock.yaml');

export async function buildPlayground(): Promise<{ dir: string; built: boolean }> {
  return buildOnce({
    dist: join(here, 'dist'),
    inputs: async () => [...(await filesIn(here, ['dist'])), lockfile],
    make: async (outdir) => (await import('./bundle-page.ts')).bundlePage(outdir),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { dir, built } = await buildPlayground();
  process.stdout.write(`${built ? 'built' : 'up to date'}: ${dir}\n`);
}
