/** One hash over everything that the playground is made of: its sources, and the lockfile for the packages in it. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const here = import.meta.dirname;
const lockfile = join(here, '../../pnpm-lock.yaml');

export async function hashOfInputs(): Promise<string> {
  const files = [...(await sources()), lockfile];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, content] of contents.entries()) {
    hash.update(`${relative(here, files[index] ?? '')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

async function sources(): Promise<string[]> {
  const entries = await readdir(here, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !relative(here, file).startsWith('dist')).toSorted();
}
