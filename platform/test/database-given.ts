/** What the database tests stand on: throw-away data folders and the servers in them, all stopped and removed at the end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { z } from 'zod';
import { startEmbeddedPostgres, type EmbeddedPostgresServer } from '../database/embedded-postgres.ts';
import { withClient } from '../database/with-client.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folders = new Set<string>();
const servers = new Set<EmbeddedPostgresServer>();

export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhen-database-'));
  folders.add(folder);
  return folder;
}

export async function start(dataDir: string, port?: number): Promise<EmbeddedPostgresServer> {
  const server = await startEmbeddedPostgres({ dataDir, logger: quiet, ...(port === undefined ? {} : { port }) });
  servers.add(server);
  return server;
}

/** Another process starts the server and dies by kill -9; the server stays. */
export async function orphan(dataDir: string): Promise<{ pid: number; url: string }> {
  const script = fileURLToPath(new URL('start-postgres-for-ever.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const died = once(child, 'exit');
  child.kill('SIGKILL');
  await died;
  return z.object({ pid: z.number(), url: z.string() }).parse(JSON.parse(String(line)));
}

export async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  return withClient(url, async (client: pg.Client) => {
    const result = await client.query<Record<string, unknown>>(sql);
    return result.rows;
  });
}

export async function cleanUp(): Promise<void> {
  await Promise.all([...servers].map((server) => server.stop()));
  await Promise.all([...folders].map((folder) => rm(folder, { recursive: true, force: true })));
  servers.clear();
  folders.clear();
}
