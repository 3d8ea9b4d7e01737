/** Bundles the pages with Vite, in a process of its own: it must not see how the one that asked is set up, nor leave its memory there. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compressFiles } from '@huizhen/platform/bundles/compress-files';

const web = join(import.meta.dirname, '..');
const vite = join(fileURLToPath(import.meta.resolve('vite')), '../../../bin/vite.js');

export async function bundleWeb(outDir: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', outDir], {
    cwd: web,
    env,
  });
  await compressFiles(join(outDir, 'assets'));
}
