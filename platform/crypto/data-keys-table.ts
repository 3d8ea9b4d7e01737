/** The table of wrapped data keys that every subgraph with sealed fields keeps in its own schema, as a migration's SQL. */

/**
 * It holds no patient data, so it has no row-level security. The application may read and add but neither change nor remove:
 * a data key that is lost takes every field it sealed with it.
 */
export const dataKeysTable = `
  CREATE TABLE data_keys (
    patient_id uuid NOT NULL,
    key_version int NOT NULL CHECK (key_version > 0),
    wrapped bytea NOT NULL,
    PRIMARY KEY (patient_id, key_version)
  );
  REVOKE ALL ON data_keys FROM {{app}};
  GRANT SELECT, INSERT ON data_keys TO {{app}};
`;
