/** One transaction on PostgreSQL: its settings, its access log entries and its events travel with it. */
import type { EventPayload, EventType } from '@huizhen/schema/events';
import type { Viewer } from '../access/viewer.ts';
import { AuditTrail, type AuditEntry } from '../audit/audit-trail.ts';
import { statementOf } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import { openSpan, type OpenSpan } from '../telemetry/tracing.ts';
import type { EventPublisher, Unit, UnitTools } from './context.ts';
import type { SubgraphServices } from './subgraph-services.ts';
import { TransactionTools } from './transaction-tools.ts';
import { transactionStart } from './unit-settings.ts';

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

const INSERT_ENTRIES = statementOf(`
  INSERT INTO audit.entries (id, request_id, subject, service_actor, roles, institution_id, practitioner_id, purpose, kind, action, object_ids, patient_ids, because)
  SELECT e.id, e."requestId", e.subject, e."serviceActor", e.roles, e."institutionId", e."practitionerId", e.purpose, e.kind, e.action, e."objectIds", e."patientIds", e.because
  FROM jsonb_to_recordset(?::jsonb) AS e(id uuid, "requestId" text, subject text, "serviceActor" text, roles text[], "institutionId" uuid,
    "practitionerId" uuid, purpose text, kind text, action text, "objectIds" text[], "patientIds" uuid[], because text)`);

const INSERT_EVENTS = statementOf(`
  INSERT INTO events.log (id, type, payload)
  SELECT e.id, e.type, e.payload FROM jsonb_to_recordset(?::jsonb) AS e(id uuid, type text, payload jsonb)`);

export class UnitOfWork {
  private readonly transaction: Transaction;
  private readonly services: SubgraphServices;
  private readonly actor: Actor;
  private readonly span: OpenSpan;
  private readonly pending: PendingEvent[] = [];
  readonly events: EventPublisher = {
    publish: (type, payload) => void this.pending.push({ id: this.services.ids.next(), type, payload }),
  };
  readonly audit = new AuditTrail();

  private constructor(transaction: Transaction, services: SubgraphServices, actor: Actor, span: OpenSpan) {
    this.transaction = transaction;
    this.span = span;
    this.services = services;
    this.actor = actor;
  }

  static async begin(services: SubgraphServices, actor: Actor): Promise<UnitOfWork> {
    const span = openSpan('transaction', { attributes: { 'db.namespace': services.name } });
    try {
      const transaction = await span.within(() => services.pool.begin(transactionStart(actor.viewer)));
      return new UnitOfWork(transaction, services, actor, span);
    } catch (error) {
      span.end('begin');
      throw error;
    }
  }

  /** Works with the tools and repositories on this transaction. */
  perform<Store extends object, T>(
    storeOf: (tools: UnitTools) => Store,
    work: (unit: Unit<Store>) => Promise<T>,
  ): Promise<T> {
    return this.span.within(() => work(this.unit(storeOf)));
  }

  async commit(): Promise<void> {
    await this.span.within(() => this.write());
    this.span.end();
  }

  async rollback(): Promise<void> {
    try {
      await this.span.within(() => this.transaction.rollback());
    } finally {
      this.span.end('rollback');
    }
  }

  private unit<Store extends object>(storeOf: (tools: UnitTools) => Store): Unit<Store> {
    const tools = new TransactionTools(this.services, this.transaction, this);
    return Object.assign(tools, storeOf(tools));
  }

  private async write(): Promise<void> {
    // In one round trip: what is to be recorded is sent ahead, and a failure of it fails the commit.
    this.recordEntries(this.audit.take());
    if (this.pending.length > 0) this.transaction.ahead(INSERT_EVENTS, [JSON.stringify(this.pending)]);
    await this.transaction.commit();
    if (this.pending.length > 0) this.services.log.sequence();
  }

  private recordEntries(entries: readonly AuditEntry[]): void {
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
      practitionerId: viewer?.practitionerId ?? null,
      purpose,
    }));
    this.transaction.ahead(INSERT_ENTRIES, [JSON.stringify(rows)]);
  }
}
