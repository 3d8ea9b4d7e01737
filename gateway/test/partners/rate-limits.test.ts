/** Rate limits on a real PostgreSQL: shared by gateways, healing by themselves, and there when the database is not. */
import { createSecretKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import { startEmbeddedPostgres, type EmbeddedPostgresServer } from '@huizhen/platform/database/embedded-postgres';
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { withClient } from '@huizhen/platform/database/with-client';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayModule } from '../../src/partners/gateway.migrations.ts';
import { OverLimit } from '../../src/partners/over-limit.ts';
import { RateLimits } from '../../src/partners/rate-limits.ts';

const PER_MINUTE = 20;
const logger = createLogger({ name: 'test', level: 'silent' });

let folder: string;
let postgres: EmbeddedPostgresServer;
let databaseUrl: string;
const gateways: RateLimits[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizhen-limits-'));
  postgres = await startEmbeddedPostgres({ dataDir: folder, logger });
  const address = { adminUrl: postgres.url, database: 'huizhen', passwordOf: (schema: string) => `of-${schema}` };
  await prepareDatabase({ ...address, subgraphs: [], modules: [gatewayModule] });
  databaseUrl = urlOfSchema(address, 'gateway');
});
afterAll(async () => {
  for (const one of gateways) await one.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

function gateway(): RateLimits {
  const limits = new RateLimits({
    perMinute: { viewer: PER_MINUTE, app: PER_MINUTE, anonymous: PER_MINUTE },
    databaseUrl,
    key: createSecretKey(Buffer.alloc(32, 1)),
    logger,
    windowSeconds: 4,
  });
  gateways.push(limits);
  return limits;
}

const app = (id: string) => ({
  viewer: { ...serviceViewer('x'), subject: id, service: null, partnerAppId: id },
  address: '203.0.113.9',
});
const nobody = (address: string) => ({ viewer: null, address });

async function letIn(asker: Parameters<RateLimits['take']>[0], among: readonly RateLimits[]): Promise<number> {
  const each = PER_MINUTE * 2;
  const asked = among.flatMap((limits) => Array.from({ length: each }, () => limits.take(asker)));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  for (const { reason } of refused) expect(reason).toBeInstanceOf(OverLimit);
  return answers.length - refused.length;
}

test('two gateways count together, and callers for themselves', async () => {
  const both = [gateway(), gateway()];
  for (const asker of [app('a'), app('b'), nobody('203.0.113.1'), nobody('203.0.113.2')])
    expect(await letIn(asker, both)).toBe(PER_MINUTE);
});

test('who was refused is let in again after the time that was told', async () => {
  const one = gateway();
  await letIn(app('heals'), [one]);
  const refusal = await one.take(app('heals')).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'RATE_LIMITED', extensions: { retryAfterSeconds: expect.any(Number) } });
  await expect
    .poll(
      () =>
        one.take(app('heals')).then(
          () => 'in',
          () => 'out',
        ),
      { timeout: 10_000 },
    )
    .toBe('in');
});

test('the table holds no address, and is the gateway’s own role’s to change alone', async () => {
  await gateway().take(nobody('198.51.100.77'));
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ key: string }>('SELECT key FROM gateway.rate_limits'),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => key.includes('198.51'))).toEqual([]);
  const elsewhere = (sql: string) => withClient(databaseUrl, (client) => client.query(sql));
  for (const sql of ['CREATE TABLE gateway.mine ()', 'SELECT * FROM events.log', 'SELECT * FROM audit.entries'])
    await expect(elsewhere(sql), sql).rejects.toThrow('permission denied');
});

test('while the database is away each gateway counts for itself', async () => {
  const [one, other] = [gateway(), gateway()];
  await postgres.stop();
  expect(await letIn(app('alone'), [one])).toBe(PER_MINUTE);
  expect(await letIn(app('alone'), [other])).toBe(PER_MINUTE);
});
