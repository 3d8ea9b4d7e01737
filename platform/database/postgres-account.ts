/** The system account PostgreSQL runs under: the caller's own, or, because PostgreSQL refuses root, `postgres` when the caller is root. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from './database-errors.ts';

const run = promisify(execFile);

export type PostgresAccount = { uid: number; gid: number } | 'own';

/** Data that exists already stays with the account that owns it. */
export async function postgresAccount(directory: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return 'own';
  const owner = await stat(directory).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findPostgresUser()) ?? (await createPostgresUser());
}

/** Whether the account may walk down to this path; root's own folders are often closed to everyone else. */
export async function reaches(account: PostgresAccount, path: string): Promise<boolean> {
  if (account === 'own') return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function findPostgresUser(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createPostgresUser(): Promise<{ uid: number; gid: number }> {
  const failure = await run('useradd', ['--system', '--user-group', '--shell', '/bin/false', 'postgres']).catch(
    (error: unknown) => error,
  );
  const user = await findPostgresUser();
  if (user) return user;
  throw new DatabaseError(
    'ACCOUNT_MISSING',
    'PostgreSQL does not run as root, and the system user "postgres" could not be created. Create it (useradd --system postgres), or start as a normal user.',
    failure,
  );
}
