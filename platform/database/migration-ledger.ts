/** Which migrations a database has had: the table migrations.applied, which only the administrator may touch. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Migration } from './migration.ts';

/** Line endings don't count: a checkout on Windows may change them. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}

/** Checksums by `<schema>/<name>`. */
export async function readLedger(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS migrations;
    CREATE TABLE IF NOT EXISTS migrations.applied (
      schema text NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (schema, name)
    )`);
  const { rows } = await client.query<{ key: string; checksum: string }>(
    `SELECT schema || '/' || name AS key, checksum FROM migrations.applied`,
  );
  return new Map(rows.map(({ key, checksum }) => [key, checksum]));
}

export async function recordApplied(client: pg.Client, schema: string, { name, sql }: Migration): Promise<void> {
  await client.query('INSERT INTO migrations.applied (schema, name, checksum) VALUES ($1, $2, $3)', [
    schema,
    name,
    checksumOf(sql),
  ]);
}
