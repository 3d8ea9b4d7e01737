/** Bundles page, style sheets and the editor's workers into one folder of files that need nothing from elsewhere. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compressFiles } from '@huizhen/platform/bundles/compress-files';
import { type BuildOptions, type Metafile, build } from 'esbuild';

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

async function pageThatLoads(metafile: Metafile): Promise<string> {
  const main = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('main.tsx'));
  if (!main) throw new Error('The bundle has no main script: look at the entry points in bundle-page.ts.');
  const styles = sheetsToLink(metafile).map((path) => `<link rel="stylesheet" href="{{assets}}/${basename(path)}" />`);
  const template = await readFile(join(page, 'index.html'), 'utf8');
  return template.replace('{{styles}}', styles.join('\n    ')).replace('{{script}}', `{{assets}}/${basename(main[0])}`);
}

/** A script that is loaded later does not bring its style sheet: link each that holds more than the main one does already. */
function sheetsToLink({ outputs }: Metafile): string[] {
  const sheets = Object.entries(outputs).filter(([path]) => path.endsWith('.css'));
  const [main] = sheets.filter(([path]) => basename(path).startsWith('main-'));
  const inMain = new Set(Object.keys(main?.[1].inputs ?? {}));
  const others = sheets.filter(([, { inputs }]) => Object.keys(inputs).some((input) => !inMain.has(input)));
  return [...others, ...(main ? [main] : [])].map(([path]) => path);
}
