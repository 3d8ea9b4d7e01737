/** The connections of one role, lent out a transaction at a time. */
import pg from 'pg';
import type { Logger } from '../telemetry/logger.ts';
import { reasonOf } from '../telemetry/reason-of.ts';
import { PacketSocket } from './packet-socket.ts';
import { Transaction, type Observe } from './transaction.ts';

export interface TransactionPoolOptions {
  readonly url: string;
  readonly connections: number;
  readonly logger: Logger;
  /** Called with every statement that is sent. */
  readonly observe?: Observe | undefined;
}

export class TransactionPool {
  private readonly pool: pg.Pool;
  private readonly observe: Observe;

  constructor({ url, connections, logger, observe = () => undefined }: TransactionPoolOptions) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: connections,
      pipeline: true,
      stream: () => new PacketSocket(),
    });
    this.observe = observe;
    const told = (error: Error) => logger.warn({ reason: reasonOf(error) }, 'database: a connection broke');
    this.pool.on('error', told);
    // One that is lent out breaks with its running statement; without a listener it would end the process too.
    this.pool.on('connect', (client) => client.on('error', told));
  }

  /** `start` begins the transaction and says who acts, in one text. */
  async begin(start: string): Promise<Transaction> {
    return new Transaction(await this.pool.connect(), start, this.observe);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
