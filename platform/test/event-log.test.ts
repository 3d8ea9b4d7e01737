/** The event log while its database is away. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { prepareDatabase, urlOfSchema } from '../database/prepare-database.ts';
import { PostgresEventLog } from '../events/postgres-event-log.ts';
import { createLogger } from '../telemetry/logger.ts';

const logger = createLogger({ name: 'test', level: 'silent' });

test('a database that is away for a while is not flooded with attempts, and is found again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhen-event-log-'));
  const first = await startEmbeddedPostgres({ dataDir, logger });
  const plan = {
    adminUrl: first.url,
    database: 'huizhen',
    subgraphs: [],
    passwordOf: (schema: string) => `of-${schema}`,
  };
  await prepareDatabase(plan);
  const log = await PostgresEventLog.open(urlOfSchema(plan, 'events'), logger);
  await first.stop();

  let attempts = 0;
  const inItsPlace = createServer((socket) => {
    attempts += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inItsPlace.listen(first.port, '127.0.0.1', resolve));
  await pause(3_000);
  await new Promise((resolve) => inItsPlace.close(resolve));
  // One listener every quarter of a second and two statements every second; doubled attempts would be thousands by now.
  expect(attempts).toBeGreaterThan(2);
  expect(attempts).toBeLessThan(60);

  const again = await startEmbeddedPostgres({ dataDir, logger, port: first.port });
  await expect.poll(() => log.head().catch(() => null)).toBe(0n);
  await log.stop();
  await again.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);
