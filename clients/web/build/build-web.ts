/** The pages as static files, made when their sources have changed. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOnce } from '@huizhen/platform/bundles/build-once';
import { filesIn } from '@huizhen/platform/bundles/hash-of-files';

const web = join(import.meta.dirname, '..');
const sdk = join(web, '../sdk/src');
const lockfile = join(web, '../../pnpm-lock.yaml');

export async function buildWeb(): Promise<{ dir: string; built: boolean }> {
  return buildOnce({
    dist: join(web, 'dist'),
    inputs: async () => [
      ...(await filesIn(web, ['dist', 'node_modules', 'test'])),
      ...(await filesIn(sdk, [])),
      lockfile,
    ],
    make: async (outdir) => (await import('./bundle-web.ts')).bundleWeb(outdir),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { dir, built } = await buildWeb();
  process.stdout.write(`${built ? 'built' : 'up to date'}: ${dir}\n`);
}
