/** How the keyring reaches the data keys of one subgraph. */
import { z } from 'zod';
import { findDataKeys, insertDataKey } from './data-keys-table.ts';

export type DataKeyRow = { patientId: string; keyVersion: number; wrapped: Buffer };

/**
 * One object per transaction, never shared between two: the keyring tells by it which keys are not committed yet.
 * `insert` leaves an existing row alone.
 */
export interface DataKeyStore {
  find(patientIds: readonly string[]): Promise<readonly DataKeyRow[]>;
  insert(row: DataKeyRow): Promise<void>;
}

/** What a transaction of `pg` offers, and no more of it. */
export interface Queryable {
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

const rowsSchema = z.array(
  z.object({ patient_id: z.string(), key_version: z.number(), wrapped: z.instanceof(Buffer) }),
);

export function dataKeyStore(transaction: Queryable): DataKeyStore {
  return {
    async find(patientIds) {
      const { rows } = await transaction.query(findDataKeys, [patientIds]);
      return rowsSchema
        .parse(rows)
        .map((row) => ({ patientId: row.patient_id, keyVersion: row.key_version, wrapped: row.wrapped }));
    },
    async insert({ patientId, keyVersion, wrapped }) {
      await transaction.query(insertDataKey, [patientId, keyVersion, wrapped]);
    },
  };
}
