/** A cluster is one PostgreSQL data folder with what is kept beside it: the superuser's password, the port, the server's log. */
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFailure } from './file-failure.ts';
import { postgresAccount, reaches, type PostgresAccount } from './postgres-account.ts';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';

export const superuser = 'huizhen_admin';

export type Cluster = {
  directory: string;
  passwordFile: string;
  portFile: string;
  logFile: string;
  account: PostgresAccount;
  binaries: PostgresBinaries;
};

export async function locateCluster(dataDir: string): Promise<Cluster> {
  const root = await openFolder(dataDir);
  const directory = join(root, 'postgres');
  const account = await postgresAccount(directory);
  const beside = (name: string) => join(root, name);
  return {
    directory,
    passwordFile: beside('postgres-password'),
    portFile: beside('postgres-port'),
    logFile: beside('postgres.log'),
    account,
    binaries: await postgresBinaries(account),
  };
}

/**
 * How the account names the folder it is started in. Below a folder that is closed to it (root's home) it can still use its
 * working folder, which Linux offers under this name; a path from / would be refused.
 */
export async function asSeenBy(account: PostgresAccount, folder: string): Promise<string> {
  const closed = process.platform === 'linux' && !(await reaches(account, folder));
  return closed ? '/proc/self/cwd' : folder;
}

export function superuserUrl(port: number, password: string): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

async function openFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    return await realpath(path);
  } catch (error) {
    throw fileFailure(path, error);
  }
}
