/** How PostgreSQL's programs are spawned: in their data folder, as their account, and with nothing of the host's environment that could hold a secret. */
import type { PostgresAccount } from './postgres-account.ts';

const passedOn = ['PATH', 'TMPDIR', 'TEMP', 'SYSTEMROOT', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'];

export function spawnOptions(cwd: string, account: PostgresAccount) {
  const env = Object.fromEntries(
    passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  return { cwd, env: { ...env, LC_ALL: 'C' }, ...(account === 'own' ? {} : account) };
}
