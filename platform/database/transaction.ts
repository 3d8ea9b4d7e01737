/**
 * One transaction on one connection, in as few round trips as it can be told in: its start and its last records are sent
 * without waiting for their answers, and travel in one packet with the statement that follows. Should one of them fail,
 * PostgreSQL refuses that statement (25P02), and answers a COMMIT with a rollback, which is told as the failure that it is;
 * so nothing is ever read or written without its settings, and nothing is kept without its records.
 */
import { Socket } from 'node:net';
import type pg from 'pg';
import { z } from 'zod';
import { entityTypes, rowTypes } from './value-types.ts';
import type { Statement } from './statement.ts';

type Unnamed = Pick<Statement, 'text'> & Partial<Statement>;
export type Observe = (sql: string) => void;

export class Transaction {
  private readonly client: pg.PoolClient;
  private readonly socket: Socket;
  private readonly observe: Observe;
  private failure: unknown = null;

  constructor(client: pg.PoolClient, observe: Observe) {
    this.client = client;
    this.socket = socketOf(client);
    this.observe = observe;
  }

  async run({ name, text }: Statement, values: readonly unknown[]): Promise<readonly unknown[]> {
    return (await this.query({ name, text, values: [...values], types: rowTypes })).rows;
  }

  /** A text made for one occasion, with its values in it or beside it. */
  runOnce(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult<object>> {
    return this.query({ text, values: [...values], types: entityTypes });
  }

  /** A statement whose answer says nothing; its failure is that of the next one. */
  ahead(statement: Unnamed, values: readonly unknown[] = []): void {
    this.observe(statement.text);
    if (this.socket.writableCorked === 0) this.socket.cork();
    this.client.query({ ...statement, values: [...values] }).catch((error: unknown) => {
      this.failure ??= error;
    });
  }

  async commit(): Promise<void> {
    const { command } = await this.query({ text: 'COMMIT' });
    if (command === 'ROLLBACK')
      throw this.failure ?? new Error('PostgreSQL rolled back what was to be committed.');
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

  private async query(query: pg.QueryConfig): Promise<pg.QueryResult<object>> {
    this.observe(query.text);
    try {
      return await this.sent(query);
    } catch (error) {
      // A statement that was refused because of one before it fails for that one's reason.
      throw this.failure ?? error;
    }
  }

  /** In one packet with all that was held back. */
  private sent(query: pg.QueryConfig): Promise<pg.QueryResult<object>> {
    const answer = this.client.query<object>(query);
    if (this.socket.writableCorked > 0) this.socket.uncork();
    return answer;
  }
}

const sockets = new WeakMap<pg.PoolClient, Socket>();

/** The driver's own socket, which its types do not name. */
function socketOf(client: pg.PoolClient): Socket {
  const known = sockets.get(client);
  if (known) return known;
  const { stream } = z.object({ connection: z.object({ stream: z.instanceof(Socket) }) }).parse(client).connection;
  sockets.set(client, stream);
  return stream;
}
