/** The event log on PostgreSQL: NOTIFY wakes the process, one query fetches what is new, and all followers read it from memory. */
import pg from 'pg';
import { z } from 'zod';
import { reasonOf } from '../telemetry/reason-of.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { EventLog, Stretch } from './event-log.ts';
import { toLoggedEvent } from './logged-event.ts';
import { RecentEvents } from './recent-events.ts';

const SWEEP_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 3_600_000;
/** Longer than any client stays away and comes back with its cursor. */
const KEPT_FOR = '7 days';
const RECONNECT_AFTER_MS = 250;
const KEEP_IN_MEMORY = 10_000;
const FETCH_AT_ONCE = 1_000;

const headRow = z.object({ position: z.coerce.bigint(), oldest: z.coerce.bigint() });

export class PostgresEventLog implements EventLog {
  private readonly pool: pg.Pool;
  private readonly url: string;
  private readonly logger: Logger;
  private readonly recent: RecentEvents;
  private readonly waiting = new Set<() => void>();
  private readonly sweep: NodeJS.Timeout;
  private readonly forgetting: NodeJS.Timeout;
  private listener: pg.Client | null = null;
  private stopped = false;
  private fetching: Promise<void> | null = null;
  private fetchAgain = false;
  private sequencing: Promise<void> | null = null;
  private sequenceAgain = false;

  private constructor(url: string, pool: pg.Pool, head: bigint, logger: Logger) {
    this.url = url;
    this.pool = pool;
    this.logger = logger;
    this.recent = new RecentEvents(head, KEEP_IN_MEMORY);
    // Catches what a process wrote and died before sequencing, and notifications lost with a connection.
    this.sweep = setInterval(() => {
      this.sequence();
      this.fetch();
    }, SWEEP_EVERY_MS);
    this.forgetting = setInterval(() => void this.forget(), FORGET_EVERY_MS);
  }

  static async open(url: string, logger: Logger): Promise<PostgresEventLog> {
    const pool = new pg.Pool({ connectionString: url, max: 3 });
    pool.on('error', (error) => logger.warn({ reason: error.message }, 'event log: an idle connection broke'));
    const head = headRow.parse((await pool.query('SELECT position, oldest FROM events.head')).rows[0]);
    const log = new PostgresEventLog(url, pool, head.position, logger);
    await log.listen();
    return log;
  }

  async head(): Promise<bigint> {
    return headRow.parse((await this.pool.query('SELECT position, oldest FROM events.head')).rows[0]).position;
  }

  async oldest(): Promise<bigint> {
    return headRow.parse((await this.pool.query('SELECT position, oldest FROM events.head')).rows[0]).oldest;
  }

  async after(position: bigint, limit: number): Promise<Stretch> {
    return this.recent.after(position, limit) ?? (await this.read(position, limit));
  }

  moved(position: bigint, signal: AbortSignal): Promise<void> {
    if (this.recent.upTo > position || signal.aborted || this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  sequence(): void {
    if (this.stopped) return;
    if (this.sequencing) {
      this.sequenceAgain = true;
      return;
    }
    this.sequencing = this.pool
      .query('SELECT events.sequence_committed()')
      .then(
        () => undefined,
        (error: unknown) => {
          if (!this.stopped)
            this.logger.warn({ reason: reasonOf(error) }, 'event log: sequencing failed, trying again');
        },
      )
      .finally(() => {
        this.sequencing = null;
        if (!this.sequenceAgain) return;
        this.sequenceAgain = false;
        this.sequence();
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweep);
    clearInterval(this.forgetting);
    this.wakeAll();
    await Promise.allSettled([this.sequencing, this.fetching]);
    await this.listener?.end().catch(() => undefined);
    await this.pool.end();
  }

  private async read(position: bigint, limit: number): Promise<Stretch> {
    const { rows } = await this.pool.query(
      'SELECT id, position, type, at, payload FROM events.log WHERE position > $1 ORDER BY position LIMIT $2',
      [position.toString(), limit],
    );
    const last = rows.at(-1);
    const events = rows.map(toLoggedEvent).filter((event) => event !== null);
    return { events, upTo: last === undefined ? position : BigInt(last.position) };
  }

  /** Brings memory up to date; calls that come while one runs are answered by one more run. */
  private fetch(): void {
    if (this.stopped) return;
    if (this.fetching) {
      this.fetchAgain = true;
      return;
    }
    this.fetching = this.fetchNew()
      .catch((error: unknown) => {
        if (!this.stopped) this.logger.warn({ reason: reasonOf(error) }, 'event log: reading failed, trying again');
      })
      .finally(() => {
        this.fetching = null;
        if (!this.fetchAgain) return;
        this.fetchAgain = false;
        this.fetch();
      });
  }

  private async fetchNew(): Promise<void> {
    const { events, upTo } = await this.read(this.recent.upTo, FETCH_AT_ONCE);
    if (upTo === this.recent.upTo) return;
    this.recent.add(events, upTo);
    this.wakeAll();
    this.fetchAgain = true;
  }

  private async forget(): Promise<void> {
    try {
      await this.pool.query('SELECT events.forget_before($1::interval)', [KEPT_FOR]);
    } catch (error) {
      this.logger.warn(
        { reason: reasonOf(error) },
        'event log: old events could not be removed, trying again in an hour',
      );
    }
  }

  private wakeAll(): void {
    // A copy, because whoever wakes may wait again at once.
    for (const wake of Array.from(this.waiting)) wake();
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('notification', () => this.fetch());
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('LISTEN huizhen_events');
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    // Only one that has listened starts another when it ends: a failed attempt is repeated by whoever made it. Both together
    // would double the attempts each time, and keep a database that is coming back busy with refusing them.
    client.on('end', () => this.listenAgain());
    this.listener = client;
    this.fetch();
  }

  private listenAgain(): void {
    if (this.stopped) return;
    setTimeout(() => {
      if (this.stopped) return;
      this.listen().catch(() => this.listenAgain());
    }, RECONNECT_AFTER_MS);
  }
}
