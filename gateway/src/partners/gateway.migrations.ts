/** The gateway's own tables: how often somebody has asked lately, which several gateways count together. */
import type { MigratedModule } from '@huizhen/platform/database/migration';

export const gatewayModule: MigratedModule = {
  schema: 'gateway',
  migrations: [
    {
      name: '2026-11-20-rate-limits',
      // The columns are those of rate-limiter-flexible. Unlogged: counters of one minute are not worth a write to the log.
      sql: `
        CREATE UNLOGGED TABLE rate_limits (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
        CREATE INDEX ON rate_limits (expire);
      `,
    },
  ],
};
