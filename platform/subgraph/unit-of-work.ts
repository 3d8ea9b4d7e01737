/** One transaction on PostgreSQL: its settings, its access log entries and its events travel with it. */
import type { EventPayload, EventType } from '@huizhen/schema/events';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.ts';
import { AuditTrail, type AuditEntry } from '../audit/audit-trail.ts';
import type { DataKeyStore } from '../crypto/data-key-store.ts';
import { SEND_AHEAD } from '../database/pipelined-pool.ts';
import { openSpan, type OpenSpan } from '../telemetry/tracing.ts';
import type { JobScheduler, Unit, UnitTools } from './context.ts';
import type { SubgraphServices } from './subgraph-services.ts';
import { UnitKeys } from './unit-keys.ts';
import { sessionVariables } from './unit-settings.ts';

interface PendingEvent {
  readonly id: string;
  readonly type: EventType;
  readonly payload: EventPayload<EventType>;
}

export interface Actor {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly purpose: string | null;
}

const timeRow = z.object({ now: z.coerce.date() });
const keyRow = z.object({ patient_id: z.string(), key_version: z.number(), wrapped: z.instanceof(Buffer) });

export class UnitOfWork {
  private readonly em: SqlEntityManager;
  private readonly services: SubgraphServices;
  private readonly actor: Actor;
  private readonly span: OpenSpan;
  private readonly events: PendingEvent[] = [];
  readonly audit = new AuditTrail();

  private constructor(em: SqlEntityManager, services: SubgraphServices, actor: Actor, span: OpenSpan) {
    this.em = em;
    this.span = span;
    this.services = services;
    this.actor = actor;
  }

  static async begin(services: SubgraphServices, actor: Actor): Promise<UnitOfWork> {
    const em = services.orm.em.fork({ session: { variables: sessionVariables(actor.viewer) } });
    const span = openSpan('transaction', { attributes: { 'db.namespace': services.name } });
    try {
      await span.within(() => em.begin());
      return new UnitOfWork(em, services, actor, span);
    } catch (error) {
      span.end('begin');
      throw error;
    }
  }

  /** Works with the repositories on this transaction, with an identity map of their own. */
  perform<Store extends object, T>(
    storeOf: (tools: UnitTools) => Store,
    work: (unit: Unit<Store>) => Promise<T>,
  ): Promise<T> {
    return this.span.within(() => work(this.unit(storeOf)));
  }

  private unit<Store extends object>(storeOf: (tools: UnitTools) => Store): Unit<Store> {
    const tools = this.tools();
    return { ...storeOf(tools), ...tools };
  }

  async commit(): Promise<void> {
    await this.span.within(() => this.write());
    this.span.end();
  }

  async rollback(): Promise<void> {
    try {
      await this.span.within(() => this.em.rollback());
    } finally {
      this.span.end('rollback');
    }
  }

  private async write(): Promise<void> {
    await this.em.flush();
    // One after the other, and yet in one round trip: the inserts are sent ahead, and a failure of theirs fails the commit.
    await this.writeAudit(this.audit.take());
    await this.writeEvents();
    await this.em.commit();
    if (this.events.length > 0) this.services.log.sequence();
  }

  private tools(): UnitTools {
    const em = this.em.fork({ keepTransactionContext: true });
    const sql: UnitTools['sql'] = async (row, query, parameters = []) =>
      z.array(row).parse(await em.execute(query, [...parameters]));
    return {
      em,
      sql,
      audit: this.audit,
      events: { publish: (type, payload) => void this.events.push({ id: this.services.ids.next(), type, payload }) },
      jobs: this.jobs(sql),
      keys: new UnitKeys(this.services.keyring, this.keyStore(sql), this.services.indexKey),
      share: async (patientIds) => {
        await em.execute(`SELECT set_config('huizhen.shared_patients', ?, true)`, [`{${patientIds.join(',')}}`]);
      },
      databaseTime: async () => {
        const [row] = await sql(timeRow, 'SELECT now() AS now');
        return row?.now ?? this.services.clock.now();
      },
    };
  }

  private jobs(sql: UnitTools['sql']): JobScheduler {
    return {
      schedule: (job, data, at, key) =>
        this.services.jobs.schedule(`${this.services.name}.${job}`, data, at, key, {
          executeSql: async (text, values = []) => ({
            rows: await sql(z.unknown(), ...numberedToPositional(text, values)),
          }),
        }),
    };
  }

  private keyStore(sql: UnitTools['sql']): DataKeyStore {
    const table = `${this.services.name}.data_keys`;
    return {
      find: async (patientIds) => {
        const rows = await sql(
          keyRow,
          `SELECT patient_id, key_version, wrapped FROM ${table} WHERE patient_id = ANY (?::uuid[])`,
          [`{${patientIds.join(',')}}`],
        );
        return rows.map((row) => ({ patientId: row.patient_id, keyVersion: row.key_version, wrapped: row.wrapped }));
      },
      insert: async (row) => {
        await sql(
          z.unknown(),
          `INSERT INTO ${table} (patient_id, key_version, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
          [row.patientId, row.keyVersion, row.wrapped],
        );
      },
    };
  }

  private async writeAudit(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { viewer, requestId, purpose } = this.actor;
    const rows = entries.map((entry) => ({
      ...entry,
      id: this.services.ids.next(),
      requestId,
      subject: viewer?.service ? null : (viewer?.subject ?? null),
      serviceActor: viewer?.service ?? null,
      roles: viewer?.roles ?? [],
      institutionId: viewer?.institutionId ?? null,
      purpose,
    }));
    await this.em.execute(
      `${SEND_AHEAD} INSERT INTO audit.entries (id, request_id, subject, service_actor, roles, institution_id, purpose, kind, action, object_ids, patient_ids, because)
       SELECT e.id, e."requestId", e.subject, e."serviceActor", e.roles, e."institutionId", e.purpose, e.kind, e.action, e."objectIds", e."patientIds", e.because
       FROM jsonb_to_recordset(?::jsonb) AS e(id uuid, "requestId" text, subject text, "serviceActor" text, roles text[], "institutionId" uuid,
         purpose text, kind text, action text, "objectIds" text[], "patientIds" uuid[], because text)`,
      [JSON.stringify(rows)],
    );
  }

  private async writeEvents(): Promise<void> {
    if (this.events.length === 0) return;
    await this.em.execute(
      `${SEND_AHEAD} INSERT INTO events.log (id, type, payload)
       SELECT e.id, e.type, e.payload FROM jsonb_to_recordset(?::jsonb) AS e(id uuid, type text, payload jsonb)`,
      [JSON.stringify(this.events)],
    );
  }
}

/** pg-boss writes $1, $2 …; the entity manager wants ? in the order of use. */
function numberedToPositional(text: string, values: readonly unknown[]): [string, unknown[]] {
  const used: unknown[] = [];
  const query = text.replaceAll(/\$(\d+)/g, (_, n: string) => {
    used.push(values[Number(n) - 1]);
    return '?';
  });
  return [query, used];
}
