/** What the platform gives a subgraph to stand on. */
import type { KeyObject } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { AccessTokens } from '../access/access-token.ts';
import type { InternalTokens } from '../access/internal-token.ts';
import type { PatientKeyring } from '../crypto/patient-keyring.ts';
import type { TransactionPool } from '../database/transaction-pool.ts';
import type { EventLog } from '../events/event-log.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { HostMetrics } from '../telemetry/host-metrics.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Clock, Ids } from '../time/clock.ts';
import type { SubgraphPeer } from './subgraph-peer.ts';

export interface SubgraphServices {
  readonly name: string;
  readonly orm: MikroORM;
  readonly pool: TransactionPool;
  readonly keyring: PatientKeyring;
  readonly indexKey: KeyObject;
  readonly log: EventLog;
  readonly jobs: JobQueue;
  readonly tokens: InternalTokens;
  readonly accessTokens: AccessTokens | null;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly metrics: HostMetrics;
  /** The other subgraphs. */
  peer(name: string): SubgraphPeer;
}
