/** Patients' data keys, for a keyring that only reads. */
import type { DataKeyStore } from '@huizhen/platform/crypto/data-key-store';
import { statementOf } from '@huizhen/platform/database/statement';
import type { TransactionPool } from '@huizhen/platform/database/transaction-pool';
import { z } from 'zod';

const FIND = statementOf(
  'SELECT patient_id, key_version, wrapped FROM patients.data_keys WHERE patient_id = ANY (?::uuid[])',
);
const rows = z.array(z.object({ patient_id: z.string(), key_version: z.number(), wrapped: z.instanceof(Buffer) }));

export function dataKeysIn(pool: TransactionPool): DataKeyStore {
  return {
    async find(patientIds) {
      const transaction = await pool.begin('BEGIN');
      const found = rows.parse(await transaction.run(FIND, [`{${patientIds.join(',')}}`]));
      await transaction.commit();
      return found.map((row) => ({ patientId: row.patient_id, keyVersion: row.key_version, wrapped: row.wrapped }));
    },
    insert: () => Promise.reject(new Error('Nothing is sealed here.')),
  };
}
