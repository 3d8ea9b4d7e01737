/** The database of the platform: the one that DATABASE_URL names, or our own PostgreSQL out of npm. */
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgresServer } from '@huizhen/platform/database/embedded-postgres';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import type { DatabaseAddress } from '@huizhen/platform/database/prepare-database';
import type { KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import pg from 'pg';
import type { PlatformSettings } from '../settings.ts';
import { rolePassword } from './keys-and-passwords.ts';

/** PostgreSQL takes a moment to notice that a platform was killed; one that is started again at once waits for it. */
const CLAIM_PATIENCE_MS = 5_000;
const CLAIM_AGAIN_MS = 200;

export interface OpenDatabase {
  readonly address: DatabaseAddress;
  stop(): Promise<void>;
}

export async function openDatabase(
  settings: PlatformSettings,
  keys: KeyDirectory,
  logger: Logger,
): Promise<OpenDatabase> {
  if (settings.DATABASE_URL !== undefined) {
    return {
      address: addressOf(settings.DATABASE_URL, databaseIn(settings.DATABASE_URL), keys),
      stop: () => Promise.resolve(),
    };
  }
  const guard = new GuardedPostgres(settings.DATA_DIR, logger);
  const url = await guard.start();
  return { address: addressOf(url, 'huizhen', keys), stop: () => guard.stop() };
}

/** The administrator starts from the database that every server has, since the platform's own may not be there yet. */
export function addressOf(url: string, database: string, keys: KeyDirectory): DatabaseAddress {
  return {
    adminUrl: urlOfDatabase(url, 'postgres'),
    database,
    passwordOf: (schema) => rolePassword(keys, schema),
  };
}

export function databaseIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'huizhen';
}

/** Two platforms on one folder would stop each other's database; the claim ends with the platform, however that ends. */
async function claimServer(url: string, dataDir: string): Promise<pg.Client> {
  const claim = new pg.Client({ connectionString: url, application_name: 'huizhen-claim' });
  claim.on('error', () => undefined);
  await claim.connect();
  const endsAt = performance.now() + CLAIM_PATIENCE_MS;
  do {
    const { rows } = await claim.query<{ ours: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('huizhen-platform')) AS ours`,
    );
    if (rows[0]?.ours === true) return claim;
    await pause(CLAIM_AGAIN_MS);
  } while (performance.now() < endsAt);
  await claim.end();
  throw new FolderInUse(dataDir);
}

export class FolderInUse extends Error {
  constructor(dataDir: string) {
    super(`Another platform already runs on ${dataDir}. Stop it first, or choose another folder with DATA_DIR=…`);
    this.name = 'FolderInUse';
  }
}

/** Brings the built-in server back when it dies under us; connections heal by themselves. */
class GuardedPostgres {
  private readonly dataDir: string;
  private readonly logger: Logger;
  private server: EmbeddedPostgresServer | null = null;
  private claim: pg.Client | null = null;
  private stopping = false;
  private restarting: Promise<void> = Promise.resolve();

  constructor(dataDir: string, logger: Logger) {
    this.dataDir = dataDir;
    this.logger = logger;
  }

  async start(): Promise<string> {
    const server = await startEmbeddedPostgres({ dataDir: this.dataDir, logger: this.logger });
    this.claim = await claimServer(server.url, this.dataDir);
    this.server = server;
    void server.exited.then(() => (this.restarting = this.restart()));
    return server.url;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    // Or the server that is just being brought back would outlive us.
    await this.restarting;
    await this.claim?.end();
    await this.server?.stop();
  }

  private async restart(): Promise<void> {
    if (this.stopping) return;
    this.logger.error('PostgreSQL has stopped by itself; starting it again');
    try {
      await this.start();
    } catch (error) {
      this.logger.fatal({ err: error }, 'PostgreSQL cannot be started again');
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    }
  }
}
