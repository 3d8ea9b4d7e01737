/** Tables that every subgraph's schema has: its patients' data keys and the keys under which commands were already answered. */
import { dataKeysTable } from '../crypto/data-keys-table.ts';
import type { Migration } from './migrations.ts';

export const subgraphMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-data-keys',
    sql: `${dataKeysTable}
      REVOKE UPDATE, DELETE ON data_keys FROM {{app}};`,
  },
  {
    name: '2026-11-20-answered-commands',
    sql: `
      CREATE TABLE answered_commands (
        subject text NOT NULL,
        command text NOT NULL,
        idempotency_key text NOT NULL,
        input_hash text NOT NULL,
        answer jsonb,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (subject, command, idempotency_key)
      );`,
  },
];
