/** The connections of one role, lent out a transaction at a time. */
import pg from 'pg';
import type { Logger } from '../telemetry/logger.ts';
import { reasonOf } from '../telemetry/reason-of.ts';
import { PacketSocket } from './packet-socket.ts';
import { Transaction, type Observe } from './transaction.ts';

export interface TransactionPoolOptions {
  /** Whose connections they are. */
  readonly name: string;
  readonly url: string;
  readonly connections: number;
  readonly logger: Logger;
  /** Called with every statement that is sent. */
  readonly observe?: Observe | undefined;
}

export type PoolCounts = Readonly<Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>>;

export class TransactionPool {
  private readonly name: string;
  private readonly pool: pg.Pool;
  private readonly observe: Observe;

  constructor({ name, url, connections, logger, observe = () => undefined }: TransactionPoolOptions) {
    this.name = name;
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
    return new Transaction(await this.pool.connect(), start, { namespace: this.name, observe: this.observe });
  }

  /** How its connections stand. */
  get counts(): PoolCounts {
    return this.pool;
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
