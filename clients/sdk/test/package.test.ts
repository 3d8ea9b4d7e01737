/** The package as integrators get it: plain modules for Node, small and without Node's own modules for browsers. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const here = fileURLToPath(new URL('../', import.meta.url));
const LARGEST = 20 * 1024;

let folder: string;
beforeAll(async () => {
  // Beside the sources, where imports lead to the same packages.
  folder = await mkdtemp(join(here, '.package-'));
  await run(join(root, 'node_modules/.bin/tsc'), ['-p', join(here, 'tsconfig.package.json'), '--outDir', folder]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('Node runs it without any compiler', async () => {
  const program = `import { createHuizhen, NetworkProblem } from './index.js';
    import { MeDocument } from './generated/documents.js';
    const client = createHuizhen({ url: 'http://127.0.0.1:1/graphql' });
    const error = await client.query(MeDocument).catch((problem) => problem);
    console.log(error instanceof NetworkProblem, error.message);`;
  await writeFile(join(folder, 'program.mjs'), program);
  const { stdout } = await run(join(root, 'node_modules/node/bin/node'), [join(folder, 'program.mjs')]);
  expect(stdout).toMatch(/^true http:\/\/127\.0\.0\.1:1\/graphql cannot be reached/);
}, 30_000);

test('a browser gets the client with one document in at most 20 KB', async () => {
  const contents = `export { createHuizhen, sharedSession } from './index.js'; export { ConsultationQueueDocument } from './generated/documents.js';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const [bundle] = outputFiles;
  expect(gzipSync(bundle?.contents ?? '').length).toBeLessThan(LARGEST);
});
