/** The superuser's password: made once, at random, and kept in a file that only the host's user may read. */
import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { codeOf, DatabaseError } from './database-errors.ts';
import { fileFailure } from './file-failure.ts';
import type { Cluster } from './cluster.ts';

export async function readPassword({ directory, passwordFile }: Cluster): Promise<string> {
  const password = await readFile(passwordFile, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw fileFailure(passwordFile, error);
  });
  if (password.trim() !== '') return password.trim();
  throw new DatabaseError(
    'PASSWORD_LOST',
    `${directory} holds a database, but the password file ${passwordFile} is missing or empty. Put it back from your backup.`,
  );
}

/** Of two starts at once the first one's password holds for both: a hard link never overwrites, and never shows half a file. */
export async function ensurePassword(cluster: Cluster): Promise<string> {
  const draft = `${cluster.passwordFile}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    await link(draft, cluster.passwordFile);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw fileFailure(cluster.passwordFile, error);
  } finally {
    await rm(draft, { force: true });
  }
  return readPassword(cluster);
}
