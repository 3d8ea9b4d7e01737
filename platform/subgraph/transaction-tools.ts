/** What work on one transaction has at hand; each unit its own, so that nothing read earlier is mistaken for what is there now. */
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { DataKeyStore } from '../crypto/data-key-store.ts';
import { entitiesOn } from '../database/entities-on.ts';
import { statementOf } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import type { EventPublisher, JobScheduler, UnitTools } from './context.ts';
import type { SubgraphServices } from './subgraph-services.ts';
import { UnitKeys } from './unit-keys.ts';

const timeRow = z.object({ now: z.date() });
const keyRow = z.object({ patient_id: z.string(), key_version: z.number(), wrapped: z.instanceof(Buffer) });
const SHARE = statementOf(`SELECT set_config('huizhen.shared_patients', ?, true)`);

/** Where what is done is written down, for the end of the transaction. */
export interface Records {
  readonly audit: AuditTrail;
  readonly events: EventPublisher;
}

export class TransactionTools implements UnitTools {
  readonly audit: AuditTrail;
  readonly events: EventPublisher;
  readonly keys: UnitKeys;
  private readonly services: SubgraphServices;
  private readonly transaction: Transaction;
  private entities: SqlEntityManager | null = null;

  constructor(services: SubgraphServices, transaction: Transaction, { audit, events }: Records) {
    this.services = services;
    this.transaction = transaction;
    this.audit = audit;
    this.events = events;
    this.keys = new UnitKeys(services.keyring, this.keyStore(), services.indexKey);
  }

  /** Made for those who write; reading in plain SQL is several times cheaper. */
  get em(): SqlEntityManager {
    return (this.entities ??= entitiesOn(this.services.orm, this.transaction));
  }

  readonly sql: UnitTools['sql'] = async (row, query, parameters = []) => {
    const rows = await this.transaction.run(statementOf(query), parameters);
    return rows.map((one) => row.parse(one));
  };

  share(patientIds: readonly string[]): void {
    this.transaction.ahead(SHARE, [`{${patientIds.join(',')}}`]);
  }

  readonly databaseTime: UnitTools['databaseTime'] = async () => {
    const [row] = await this.sql(timeRow, 'SELECT now() AS now');
    return row?.now ?? this.services.clock.now();
  };

  readonly jobs: JobScheduler = {
    schedule: (job, data, at, key) =>
      this.services.jobs.schedule(`${this.services.name}.${job}`, data, at, key, {
        executeSql: (text, values) => this.transaction.runOnce(text, values),
      }),
  };

  private keyStore(): DataKeyStore {
    const table = `${this.services.name}.data_keys`;
    return {
      find: async (patientIds) => {
        const rows = await this.sql(
          keyRow,
          `SELECT patient_id, key_version, wrapped FROM ${table} WHERE patient_id = ANY (?::uuid[])`,
          [`{${patientIds.join(',')}}`],
        );
        return rows.map((row) => ({ patientId: row.patient_id, keyVersion: row.key_version, wrapped: row.wrapped }));
      },
      insert: async (row) => {
        await this.sql(
          z.unknown(),
          `INSERT INTO ${table} (patient_id, key_version, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
          [row.patientId, row.keyVersion, row.wrapped],
        );
      },
    };
  }
}
