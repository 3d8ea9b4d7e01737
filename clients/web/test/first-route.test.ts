/** What the first visit costs: the compressed JavaScript of signing in and of each workspace's first page. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../build/build-web.ts';

const mostKilobytes = 250;
let assets: string;

beforeAll(async () => {
  assets = join((await buildWeb()).dir, 'assets');
}, 120_000);

/** A file and all that it imports at once, directly or not; what it imports later is another route's. */
async function loadedWith(name: string, loaded = new Set<string>()): Promise<Set<string>> {
  if (loaded.has(name)) return loaded;
  loaded.add(name);
  const code = await readFile(join(assets, name), 'utf8');
  for (const [, other] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    await loadedWith(other ?? '', loaded);
  return loaded;
}

async function compressed(names: Iterable<string>): Promise<number> {
  const sizes = await Promise.all([...names].map(async (name) => (await stat(join(assets, `${name}.br`))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

test('no first route is heavier than a village line can carry', async () => {
  const names = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const html = await readFile(join(assets, '../index.html'), 'utf8');
  const main = /src="\/assets\/([^"]+)"/.exec(html)?.[1] ?? '';
  const first = await loadedWith(main);
  for (const name of names.filter((file) => file.startsWith('shared.zh-'))) await loadedWith(name, first);
  const routes: Record<string, number> = { 'sign-in': Math.round(await compressed(first)) };
  for (const page of ['queue-page', 'desk-page', 'home-page', 'today-page']) {
    const [file = ''] = names.filter((name) => name.startsWith(`${page}-`));
    routes[page] = Math.round(await compressed(await loadedWith(file, new Set(first))));
  }
  process.stdout.write(`JavaScript of the first route, KB of Brotli: ${JSON.stringify(routes)}\n`);
  expect(Math.max(...Object.values(routes))).toBeLessThanOrEqual(mostKilobytes);
});
