/** A checkout in root's home is closed to the postgres account: it gets a copy of the programs that root owns and everyone may read. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { DatabaseError } from './database-errors.ts';

const run = promisify(execFile);
const sharedFolder = '/var/cache/huizhen';
const Manifest = z.object({ version: z.string().regex(/^[\w.-]+$/) });

export async function copyForEveryone(packaged: string): Promise<string> {
  const { version } = Manifest.parse(JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')));
  const target = join(sharedFolder, `postgres-${version}-${process.arch}`);
  if (!(await belongsToRoot(target))) await copyInOneStep(join(packaged, 'native'), target);
  return target;
}

/** Built beside and renamed, so that a copy under its final name is whole; of two at once the first one wins. */
async function copyInOneStep(from: string, target: string): Promise<void> {
  const building = `${target}.${process.pid}`;
  try {
    await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
    await cp(from, building, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX,go-w', building]);
    await rename(building, target);
  } catch (error) {
    if (!(await belongsToRoot(target))) throw unreachable(from, error);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function belongsToRoot(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.uid === 0;
}

function unreachable(path: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    'BINARIES_MISSING',
    `The account that runs PostgreSQL cannot reach ${path}, and no copy could be put into ${sharedFolder}. Open the folders above it (chmod o+x), or start as a normal user.`,
    cause,
  );
}
