/** Bundles page, style sheets and the editor's workers into one folder of files that need nothing from elsewhere. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, type Metafile, build } from 'esbuild';
import { compressFiles } from './compress-files.ts';

const page = join(import.meta.dirname, 'page');

const common: BuildOptions = {
  bundle: true,
  minify: true,
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'error',
};

/** Their names are fixed, for the page starts them by name; their folder's name in the address carries the version. */
const workers = {
  'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
  'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
  'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
};

export async function bundlePage(outdir: string): Promise<void> {
  const [{ metafile }] = await Promise.all([bundleScripts(outdir), bundleWorkers(outdir)]);
  await writeFile(join(outdir, 'index.html'), await pageThatLoads(metafile));
  await compressFiles(outdir);
}

async function bundleScripts(outdir: string): Promise<{ metafile: Metafile }> {
  return build({
    ...common,
    outdir,
    entryPoints: { main: join(page, 'main.tsx') },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    metafile: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.graphql': 'text', '.jsonc': 'text', '.ttf': 'file' },
  });
}

async function bundleWorkers(outdir: string): Promise<void> {
  await build({ ...common, outdir, entryPoints: workers, format: 'iife', absWorkingDir: join(page, '..') });
}

/** Every style sheet is linked from the start: a script that is loaded later would not bring its own. */
async function pageThatLoads(metafile: Metafile): Promise<string> {
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => ({ name: path.slice(path.lastIndexOf('/') + 1), output }));
  const script = outputs.find(({ output }) => output.entryPoint?.endsWith('main.tsx'))?.name ?? '';
  const styles = outputs.map(({ name }) => name).filter((name) => name.endsWith('.css'));
  const ownLast = styles.toSorted((a, b) => Number(a.startsWith('main-')) - Number(b.startsWith('main-')));
  const template = await readFile(join(page, 'index.html'), 'utf8');
  return template
    .replace('{{styles}}', ownLast.map((name) => `<link rel="stylesheet" href="{{assets}}/${name}" />`).join('\n    '))
    .replace('{{script}}', `{{assets}}/${script}`);
}
