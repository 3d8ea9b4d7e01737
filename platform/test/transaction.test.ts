/** What is sent ahead is as good as what is waited for: a transaction without its settings or its records does not happen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { urlOfDatabase } from '../database/database-url.ts';
import { migrate } from '../database/migrations.ts';
import { appUrl, provisionRoles } from '../database/roles.ts';
import { statementOf } from '../database/statement.ts';
import { TransactionPool } from '../database/transaction-pool.ts';
import { createLogger } from '../telemetry/logger.ts';
import { cleanUp, dataFolder, rows, start } from './database-given.ts';

const SQL = `
  CREATE TABLE notes (id int PRIMARY KEY, owner text NOT NULL, at timestamptz NOT NULL DEFAULT '2026-11-20 08:00:00.123456+00');
  ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
  ALTER TABLE notes FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON notes USING (owner = NULLIF(current_setting('test.owner', true), ''));`;
const as = (owner: string) => `BEGIN; SELECT set_config('test.owner', '${owner}', true)`;
const insert = statementOf('INSERT INTO clinic.notes (id, owner) VALUES (?, ?)');
const select = statementOf('SELECT id, at FROM clinic.notes ORDER BY id');

let admin = '';
let pool: TransactionPool;

beforeAll(async () => {
  const server = (await start(await dataFolder())).url;
  await provisionRoles(server, 'transactions', [{ schema: 'clinic', password: 'secret' }]);
  await migrate(server, 'transactions', [{ schema: 'clinic', migrations: [{ name: '2026-11-20-notes', sql: SQL }] }]);
  admin = urlOfDatabase(server, 'transactions');
  const url = appUrl(server, 'transactions', 'clinic', 'secret');
  // One connection, so that each transaction finds what the one before has left behind.
  pool = new TransactionPool({
    name: 'tried',
    url,
    connections: 1,
    logger: createLogger({ name: 'test', level: 'silent' }),
  });
});
afterAll(async () => {
  await pool.close();
  await cleanUp();
});

async function seenBy(owner: string): Promise<readonly unknown[]> {
  const transaction = await pool.begin(as(owner));
  const found = await transaction.run(select, []);
  await transaction.commit();
  return found;
}

test('everybody sees what the settings of the transaction allow, on one and the same connection', async () => {
  const transaction = await pool.begin(as('ann'));
  await transaction.run(insert, [1, 'ann']);
  await transaction.commit();
  expect(await seenBy('ann')).toEqual([{ id: 1, at: new Date('2026-11-20T08:00:00.123Z') }]);
  expect(await seenBy('bob')).toEqual([]);
  expect(await seenBy('')).toEqual([]);
});

test('a start that fails is the failure of the statement after it, which did nothing', async () => {
  const transaction = await pool.begin(`BEGIN; SELECT set_config('test.owner', 1 / 0, true)`);
  await expect(transaction.run(insert, [2, 'ann'])).rejects.toMatchObject({ code: '42883' });
  await transaction.rollback();
  expect(await seenBy('ann')).toHaveLength(1);
});

test('a record that fails takes the transaction with it, and says why', async () => {
  const transaction = await pool.begin(as('ann'));
  await transaction.run(insert, [3, 'ann']);
  transaction.ahead(insert, [1, 'ann']);
  await expect(transaction.commit()).rejects.toMatchObject({ code: '23505' });
  await transaction.rollback();
  expect(await seenBy('ann')).toHaveLength(1);
});

test('a record sent after nothing but reading is waited for as well', async () => {
  const transaction = await pool.begin(as('ann'));
  await transaction.run(select, []);
  transaction.ahead(insert, [1, 'ann']);
  await expect(transaction.commit()).rejects.toMatchObject({ code: '23505' });
  await transaction.rollback();
});

test('what only read leaves no transaction open, whether or not somebody comes after it', async () => {
  await seenBy('ann');
  await expect
    .poll(() =>
      rows(admin, `SELECT count(*)::int AS open FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'`),
    )
    .toEqual([{ open: 0 }]);
});

test('statements of one turn are answered each with its own', async () => {
  const transaction = await pool.begin(as('ann'));
  const one = statementOf('SELECT ?::int AS n');
  const answers = await Promise.all([1, 2, 3].map((n) => transaction.run(one, [n])));
  await transaction.commit();
  expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
});
