/** Who may ask how often: partner apps and signed-in people each by themselves, everybody else by their network address. */
import { createHmac, type KeyObject } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { derivedKey } from '@huizhen/platform/crypto/derived-key';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { LeasedLimit, sharesOf, WINDOW_SECONDS } from './leased-limit.ts';
import { OverLimit } from './over-limit.ts';
import type { Standing } from './leased-limit.ts';

const CONNECTIONS = 4;
const PATIENCE_MS = 1_000;

export interface Asker {
  readonly viewer: Viewer | null;
  /** The network address that the request came from. */
  readonly address: string;
}

export interface RateLimitOptions {
  readonly perMinute: { readonly viewer: number; readonly app: number; readonly anonymous: number };
  /** The address under which the gateway's own role connects; without it each gateway counts for itself. */
  readonly databaseUrl: string | null;
  /** Addresses are counted by a keyed digest: the table holds none. */
  readonly key: KeyObject;
  readonly logger: Logger;
  readonly windowSeconds?: number;
}

type Policy = keyof RateLimitOptions['perMinute'];

export class RateLimits {
  private readonly pool: pg.Pool | null;
  private readonly key: KeyObject;
  private readonly limits: Readonly<Record<Policy, LeasedLimit>>;

  constructor({ perMinute, databaseUrl, key, logger, windowSeconds = WINDOW_SECONDS }: RateLimitOptions) {
    this.pool = databaseUrl === null ? null : poolTo(databaseUrl, logger);
    this.key = derivedKey(key, 'rate-limits');
    const limit = (policy: Policy) => limitOn(this.pool, { policy, perMinute: perMinute[policy], windowSeconds });
    this.limits = { viewer: limit('viewer'), app: limit('app'), anonymous: limit('anonymous') };
  }

  /** @throws OverLimit */
  async take({ viewer, address }: Asker): Promise<Standing> {
    const standing = await this.counted(viewer, address);
    if (!standing.allowed) throw new OverLimit(standing);
    return standing;
  }

  async stop(): Promise<void> {
    await this.pool?.end();
  }

  private counted(viewer: Viewer | null, address: string): Promise<Standing> {
    if (viewer === null) return this.limits.anonymous.take(this.digestOf(address));
    return (viewer.partnerAppId === null ? this.limits.viewer : this.limits.app).take(viewer.subject);
  }

  private digestOf(address: string): string {
    return createHmac('sha256', this.key).update(address).digest('base64url');
  }
}

function poolTo(connectionString: string, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: 'huizhen-gateway',
  });
  pool.on('error', (error) => logger.warn({ reason: error.message }, 'rate limits: an idle connection broke'));
  return pool;
}

function limitOn(
  pool: pg.Pool | null,
  { policy, perMinute, windowSeconds }: { policy: Policy; perMinute: number; windowSeconds: number },
): LeasedLimit {
  const plan = { keyPrefix: policy, points: sharesOf(perMinute).shares, duration: windowSeconds };
  const alone = new RateLimiterMemory(plan);
  const place = { schemaName: 'gateway', tableName: 'rate_limits', tableCreated: true };
  const counter =
    pool === null
      ? alone
      : // While the database is away each gateway counts for itself.
        new RateLimiterPostgres({ ...plan, ...place, storeClient: pool, storeType: 'pool', insuranceLimiter: alone });
  return new LeasedLimit({ policy, perMinute, counter });
}
