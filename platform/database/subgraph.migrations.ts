/** Tables that every subgraph's schema has: its patients' data keys and the keys under which commands were already answered. */
import type { Migration } from './migrations.ts';

export function subgraphMigrations(schema: string): readonly Migration[] {
  return [
    {
      name: '2026-11-20-platform-tables',
      sql: `
        CREATE TABLE ${schema}.data_keys (
          patient_id uuid NOT NULL,
          key_version int NOT NULL,
          wrapped bytea NOT NULL,
          PRIMARY KEY (patient_id, key_version)
        );
        CREATE TABLE ${schema}.answered_commands (
          subject text NOT NULL,
          command text NOT NULL,
          idempotency_key text NOT NULL,
          input_hash text NOT NULL,
          answer jsonb,
          at timestamptz NOT NULL DEFAULT now(),
          PRIMARY KEY (subject, command, idempotency_key)
        );
      `,
    },
  ];
}
