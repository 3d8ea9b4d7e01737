/** Makes the data folder once: built beside and renamed when complete, so that a start that was cut off leaves nothing half-done in place. */
import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { asSeenBy, superuser, type Cluster } from './cluster.ts';
import { codeOf, DatabaseError, messageOf } from './database-errors.ts';
import { diskFull, fileFailure } from './file-failure.ts';
import { spawnOptions } from './spawn-options.ts';
import { ensurePassword, readPassword } from './superuser-password.ts';

const run = promisify(execFile);
const majorVersion = '18';

/** Returns the superuser's password. */
export async function ensureCluster(cluster: Cluster): Promise<string> {
  if (await exists(cluster)) {
    await removeUnfinished(cluster.directory);
    return readPassword(cluster);
  }
  const password = await ensurePassword(cluster);
  const workshop = await mkdtemp(`${cluster.directory}.new-`).catch((error: unknown) => {
    throw fileFailure(cluster.directory, error);
  });
  try {
    await build(cluster, workshop, password);
  } catch (error) {
    // Somebody else who started at the same moment was faster, and swept our workshop away.
    if (!(await exists(cluster))) throw failure(cluster, error);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return password;
}

async function build(cluster: Cluster, workshop: string, password: string): Promise<void> {
  const data = join(workshop, 'data');
  const passwordFile = join(workshop, 'password');
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (cluster.account !== 'own') {
    for (const path of [workshop, data, passwordFile]) await chown(path, cluster.account.uid, cluster.account.gid);
  }
  const here = await asSeenBy(cluster.account, data);
  await run(cluster.binaries.initdb, initdbArguments(here), spawnOptions(data, cluster.account));
  await rename(data, cluster.directory);
  await flushFolder(dirname(cluster.directory));
}

/** The builtin locale sorts the same on every machine, whatever its C library says. */
function initdbArguments(directory: string): string[] {
  return [
    `--pgdata=${directory}`,
    `--pwfile=${directory}/../password`,
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

async function exists({ directory }: Cluster): Promise<boolean> {
  const names = await readdir(directory).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw fileFailure(directory, error);
  });
  if (names.length === 0) return false;
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => 'none');
  if (version.trim() === majorVersion) return true;
  throw new DatabaseError(
    'NOT_A_CLUSTER',
    `${directory} is not a PostgreSQL ${majorVersion} data folder (version found: ${version.trim()}). Move it away, or convert it with pg_upgrade.`,
  );
}

async function removeUnfinished(directory: string): Promise<void> {
  const parent = dirname(directory);
  const left = (await readdir(parent)).filter((name) => name.startsWith(`${basename(directory)}.new-`));
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}

/** A rename is only on disk once its folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function failure({ directory }: Cluster, error: unknown): unknown {
  if (messageOf(error).includes('No space left on device')) return diskFull(directory, error);
  const known = fileFailure(directory, error);
  if (known !== error || error instanceof DatabaseError) return known;
  return new DatabaseError(
    'START_FAILED',
    `The data folder ${directory} could not be made: ${messageOf(error)}`,
    error,
  );
}
