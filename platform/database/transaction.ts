/**
 * One transaction on one connection, in as few round trips as it can be told in: what is sent in one turn travels in one
 * packet, and its start and its last records do not wait for their answers. Should one of these fail, PostgreSQL refuses the
 * statement after it (25P02), and answers a COMMIT with a rollback, which is told as the failure that it is; so nothing is
 * ever read or written without its settings, and nothing is kept without its records.
 */
import type pg from 'pg';
import { packetsOf, type Packets } from './packets.ts';
import type { Statement } from './statement.ts';
import { SpanKind } from '@opentelemetry/api';
import { isTracing, traced, type Spanning } from '../telemetry/tracing.ts';
import { statementText, verbOf } from './statement-text.ts';
import { entityTypes, rowTypes } from './value-types.ts';

export type Observe = (sql: string) => void;

export interface Watched {
  readonly namespace: string;
  readonly observe: Observe;
}

export class Transaction {
  private readonly client: pg.PoolClient;
  private readonly packets: Packets;
  private readonly namespace: string;
  private readonly observe: Observe;
  private failure: unknown = null;
  private onlyReads = true;

  constructor(client: pg.PoolClient, start: string, { namespace, observe }: Watched) {
    this.client = client;
    this.packets = packetsOf(client);
    this.namespace = namespace;
    this.observe = observe;
    this.hold({ text: start });
  }

  async run({ name, text, onlyReads }: Statement, values: readonly unknown[]): Promise<readonly unknown[]> {
    this.onlyReads &&= onlyReads;
    return (await this.query({ name, text, values: [...values], types: rowTypes })).rows;
  }

  /** A text made for one occasion, with its values in it or beside it. */
  runOnce(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult<object>> {
    this.onlyReads = false;
    return this.query({ text, values: [...values], types: entityTypes });
  }

  /** A statement whose answer says nothing; its failure is that of the next one. */
  ahead({ name, text, onlyReads }: Statement, values: readonly unknown[]): void {
    this.onlyReads &&= onlyReads;
    this.hold({ name, text, values: [...values] });
  }

  async commit(): Promise<void> {
    if (this.onlyReads) return this.leave();
    const { command } = await this.query({ text: 'COMMIT' });
    if (command === 'ROLLBACK') throw this.failure ?? new Error('PostgreSQL rolled back what was to be committed.');
    this.client.release();
  }

  /** Also after a COMMIT that failed. A connection on which not even this succeeds is not used again. */
  async rollback(): Promise<void> {
    const failed = await this.query({ text: 'ROLLBACK' }).then(
      () => false,
      () => true,
    );
    this.client.release(failed);
  }

  /** Nothing hangs on the end of what only read: whoever uses the connection next sends it along. */
  private leave(): void {
    this.hold({ text: 'COMMIT' });
    this.packets.sendSoon();
    this.client.release();
  }

  private hold(query: pg.QueryConfig): void {
    this.observe(query.text);
    this.packets.hold();
    this.client.query(query).catch((error: unknown) => {
      this.failure ??= error;
    });
  }

  private query(query: pg.QueryConfig): Promise<pg.QueryResult<object>> {
    const ask = () => this.ask(query);
    return isTracing() ? traced(verbOf(query.text), this.spanning(query), ask) : ask();
  }

  private async ask(query: pg.QueryConfig): Promise<pg.QueryResult<object>> {
    this.observe(query.text);
    this.packets.hold();
    const answer = this.client.query<object>(query);
    this.packets.send();
    try {
      return await answer;
    } catch (error) {
      // A statement that was refused because of one before it fails for that one's reason.
      throw this.failure ?? error;
    }
  }

  /** Only texts that stand in the program are told: one made for an occasion has values in it, which may be a patient's. */
  private spanning({ name, text }: pg.QueryConfig): Spanning {
    const attributes = {
      'db.system.name': 'postgresql',
      'db.namespace': this.namespace,
      'db.operation.name': verbOf(text),
      ...(name !== undefined && { 'db.query.text': statementText(text) }),
    };
    return { kind: SpanKind.CLIENT, attributes };
  }
}
