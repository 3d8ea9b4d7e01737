/** The table of wrapped data keys that every subgraph with sealed fields keeps in its own schema, and its statements. */

/**
 * Created by the owner, with the subgraph's schema first in the search path. It holds no patient data, so it has no row-level
 * security; the application's role may only read and add, see `grantDataKeys`.
 */
export const dataKeysTable = `
create table data_keys (
  patient_id uuid not null,
  key_version integer not null check (key_version > 0),
  wrapped bytea not null,
  primary key (patient_id, key_version)
);
revoke all on data_keys from public;
`;

export function grantDataKeys(role: string): string {
  return `grant select, insert on data_keys to "${role.replaceAll('"', '""')}";`;
}

export const findDataKeys = 'select patient_id, key_version, wrapped from data_keys where patient_id = any($1::uuid[])';

/** A loser of a race changes nothing and reads the winner's key. */
export const insertDataKey =
  'insert into data_keys (patient_id, key_version, wrapped) values ($1, $2, $3) on conflict do nothing';
