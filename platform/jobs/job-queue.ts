/** Timers and retries on pg-boss: stored in PostgreSQL, so they survive every crash, and run at least once. */
import { PgBoss } from 'pg-boss';
import type { Logger } from '../telemetry/logger.ts';
import { reasonOf } from '../telemetry/reason-of.ts';
import { alongRequest, traceHeaders } from '../telemetry/tracing.ts';

export type JobHandler = (data: Readonly<Record<string, string>>) => Promise<void>;

/** Runs the queue's statements, for instance on a transaction that is under way. */
export interface JobDatabase {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

const RETRIES = { retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 300, heartbeatSeconds: 30 };

export class JobQueue {
  private readonly boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.boss = boss;
  }

  static async open(url: string, logger: Logger): Promise<JobQueue> {
    const boss = new PgBoss({ connectionString: url, schema: 'jobs', migrate: false, createSchema: false, max: 3 });
    boss.on('error', (error) =>
      logger.warn({ reason: reasonOf(error) }, 'job queue: a statement failed, trying again'),
    );
    await boss.start();
    return new JobQueue(boss);
  }

  async schedule(
    queue: string,
    data: Readonly<Record<string, string>>,
    at: Date,
    key: string,
    database: JobDatabase,
  ): Promise<void> {
    await this.boss.send(queue, { ...data, ...traceHeaders() }, { startAfter: at, singletonKey: key, db: database });
  }

  async work(queue: string, handler: JobHandler): Promise<void> {
    await this.boss.createQueue(queue, { policy: 'short', ...RETRIES });
    await this.boss.work<Record<string, string>>(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
      for (const { data } of jobs) {
        const { traceparent, tracestate, ...own } = data;
        const header = (name: string) => ({ traceparent, tracestate })[name];
        await alongRequest(`job:${queue}`, header, () => handler(own));
      }
    });
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }
}

/** Creates or updates the queue's own tables; needs the right to create them. */
export async function prepareJobQueue(adminUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: adminUrl, schema: 'jobs', supervise: false, schedule: false, max: 1 });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
}
