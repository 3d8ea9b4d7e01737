/** Data keys of one schema for their rotation, through a connection that may act as the schema’s owner. */
import type pg from 'pg';
import { z } from 'zod';
import { identifier } from '../database/identifier.ts';
import type { RewrapStore } from './rewrap-data-keys.ts';

const rowSchema = z
  .object({ patient_id: z.string(), key_version: z.number(), wrapped: z.instanceof(Buffer) })
  .transform((row) => ({ patientId: row.patient_id, keyVersion: row.key_version, wrapped: row.wrapped }));

const firstId = '00000000-0000-0000-0000-000000000000';

export function postgresRewrapStore(owner: pg.ClientBase, schema: string): RewrapStore {
  const table = `${identifier(schema)}.data_keys`;
  return {
    async page(after, size) {
      const { rows } = await owner.query(
        `SELECT patient_id, key_version, wrapped FROM ${table} WHERE (patient_id, key_version) > ($1, $2)
         ORDER BY patient_id, key_version LIMIT $3`,
        [after?.patientId ?? firstId, after?.keyVersion ?? 0, size],
      );
      return z.array(rowSchema).parse(rows);
    },
    async replace(row, wrapped) {
      const which = [row.patientId, row.keyVersion, row.wrapped, wrapped];
      await owner.query(
        `UPDATE ${table} SET wrapped = $4 WHERE patient_id = $1 AND key_version = $2 AND wrapped = $3`,
        which,
      );
    },
  };
}
