/** Asks a server whether it is ready and whether it is ours: the right password, and the same postmaster as the data folder names. */
import { codeOf, DatabaseError } from './database-errors.ts';
import { superuserUrl, type Cluster } from './cluster.ts';
import { withClient } from './with-client.ts';
import type { Postmaster } from './postmaster-file.ts';

const wrongPassword = ['28P01', '28000'];

export async function answers(cluster: Cluster, { pid, port, ready }: Postmaster, password: string): Promise<boolean> {
  // Before that the port may be another program's.
  if (!ready) return false;
  try {
    return (await askPid(superuserUrl(port, password))) === pid;
  } catch (error) {
    if (!wrongPassword.includes(codeOf(error) ?? '')) return false;
    throw new DatabaseError(
      'NOT_READY',
      `The PostgreSQL on port ${port} (process ${pid}) works in ${cluster.directory} but refuses the password in ${cluster.passwordFile}. Put the right password file back, or stop that process.`,
      error,
    );
  }
}

async function askPid(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ pid: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
    );
    return Number(rows[0]?.pid);
  });
}
