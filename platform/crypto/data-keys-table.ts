/** The table of wrapped data keys that every subgraph with sealed fields keeps in its own schema. */
import { identifier } from '../database/identifier.ts';
import { appRole } from '../database/role-names.ts';

/**
 * It holds no patient data, so it has no row-level security. The application may read and add but neither change nor remove:
 * a data key that is lost takes every field it sealed with it.
 */
export function dataKeysTable(schema: string): string {
  const table = `${identifier(schema)}.data_keys`;
  return `
    CREATE TABLE ${table} (
      patient_id uuid NOT NULL,
      key_version int NOT NULL CHECK (key_version > 0),
      wrapped bytea NOT NULL,
      PRIMARY KEY (patient_id, key_version)
    );
    REVOKE ALL ON ${table} FROM ${identifier(appRole(schema))};
    GRANT SELECT, INSERT ON ${table} TO ${identifier(appRole(schema))};
  `;
}
