/** Runs some of the subgraphs in this process: their databases, the event log, the job queue, their reactions and jobs. */
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { createAccessTokens } from '../access/access-token.ts';
import { createInternalTokens } from '../access/internal-token.ts';
import { serviceViewer } from '../access/service-viewer.ts';
import { checkSettings, parseSettings } from '../config/settings.ts';
import type { KeyDirectory } from '../crypto/key-directory.ts';
import { LocalKeyProvider } from '../crypto/local-key-provider.ts';
import { PatientKeyring } from '../crypto/patient-keyring.ts';
import { TransactionPool } from '../database/transaction-pool.ts';
import type { EventLog } from '../events/event-log.ts';
import { eventsBehind } from '../events/events-behind.ts';
import { PostgresEventLog } from '../events/postgres-event-log.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { HostMetrics } from '../telemetry/host-metrics.ts';
import type { Logger } from '../telemetry/logger.ts';
import { traced } from '../telemetry/tracing.ts';
import { systemClock, uuidV7Ids, type Clock, type Ids } from '../time/clock.ts';
import type { Subgraph } from './define-subgraph.ts';
import { ReactionLoop } from './reaction-loop.ts';
import { RunningSubgraph } from './running-subgraph.ts';
import type { SubgraphPeer } from './subgraph-peer.ts';
import { buildSubgraph } from './subgraph-schema.ts';
import type { SubgraphServices } from './subgraph-services.ts';

export interface HostOptions {
  readonly subgraphs: readonly Subgraph[];
  /** The address under which a schema's app role connects. */
  urlOf(schema: string): string;
  readonly keys: KeyDirectory;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Reaches a subgraph that is not in this process. */
  peer?(name: string): SubgraphPeer;
  readonly connections?: number;
  /** Called with every SQL statement of a subgraph. */
  onStatement?(subgraph: string, sql: string): void;
}

export interface SubgraphHost {
  readonly subgraphs: ReadonlyMap<string, RunningSubgraph>;
  readonly log: EventLog;
  readonly metrics: HostMetrics;
  /** Resolves when the databases answer. */
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}

export async function startHost(options: HostOptions): Promise<SubgraphHost> {
  checkSettings(
    options.subgraphs.map((subgraph) => subgraph.settings),
    options.environment,
  );
  const log = await PostgresEventLog.open(options.urlOf('events'), options.logger);
  const jobs = await JobQueue.open(options.urlOf('jobs'), options.logger);
  const metrics = new HostMetrics();
  const running = new Map<string, RunningSubgraph>();
  const services = new Map<string, SubgraphServices>();
  const peer = (name: string): SubgraphPeer => {
    const found = running.get(name) ?? options.peer?.(name);
    if (!found) throw new Error(`No subgraph is called ${name}.`);
    return found;
  };
  for (const definition of options.subgraphs) {
    const service = await servicesFor(definition, { ...options, log, jobs, peer, metrics });
    services.set(definition.name, service);
    const built = await buildSubgraph(definition.resolvers, definition.references);
    const settings = parseSettings(definition.settings, options.environment);
    running.set(definition.name, new RunningSubgraph(definition, built, service, settings));
  }
  const pool = new pg.Pool({ connectionString: options.urlOf('events'), max: options.subgraphs.length + 1 });
  pool.on('error', (error) => options.logger.warn({ reason: error.message }, 'reactions: an idle connection broke'));
  metrics.watchReactions(() => eventsBehind(pool, [...running.keys()]));
  const loops = [...running].map(([name, subgraph]) => new ReactionLoop(subgraph, serviceOf(services, name), pool));
  for (const subgraph of running.values()) await startJobs(subgraph, jobs, metrics);
  for (const subgraph of running.values()) await begin(subgraph);
  for (const loop of loops) loop.start();
  return {
    subgraphs: running,
    log,
    metrics,
    ready: () =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    async stop() {
      for (const subgraph of running.values()) subgraph.stop();
      await Promise.all(loops.map((loop) => loop.stop()));
      await jobs.stop();
      await log.stop();
      await pool.end();
      await Promise.all([...services.values()].flatMap((service) => [service.pool.close(), service.orm.close(true)]));
    },
  };
}

function serviceOf(services: ReadonlyMap<string, SubgraphServices>, name: string): SubgraphServices {
  const service = services.get(name);
  if (!service) throw new Error(`No subgraph is called ${name}.`);
  return service;
}

type ServiceOptions = HostOptions & {
  log: EventLog;
  jobs: JobQueue;
  metrics: HostMetrics;
  peer(name: string): SubgraphPeer;
};

async function servicesFor(definition: Subgraph, options: ServiceOptions): Promise<SubgraphServices> {
  const { keys, logger, log, jobs, peer, metrics } = options;
  const privateKey = keys.internalPrivateKeys.get(definition.name);
  if (!privateKey) throw new Error(`There is no key with which ${definition.name} could speak for itself.`);
  return {
    name: definition.name,
    orm: await openOrm(definition, options),
    pool: openPool(definition, options),
    keyring: new PatientKeyring(new LocalKeyProvider(keys.keyEncryptionKeys, keys.reloadKeyEncryptionKeys), {
      schema: definition.name,
    }),
    indexKey: keys.indexKey,
    log,
    jobs,
    peer,
    tokens: createInternalTokens({ issuer: definition.name, privateKey, publicKeys: keys.internalPublicKeys }),
    accessTokens: definition.signsIn ? createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys }) : null,
    clock: options.clock ?? systemClock,
    ids: options.ids ?? uuidV7Ids,
    logger: logger.child({ subgraph: definition.name }),
    metrics,
  };
}

function openPool({ name }: Subgraph, options: ServiceOptions): TransactionPool {
  const { urlOf, connections = 12, logger, onStatement, metrics } = options;
  const observe = onStatement && ((sql: string) => onStatement(name, sql));
  const pool = new TransactionPool({
    name,
    url: urlOf(name),
    connections,
    logger: logger.child({ subgraph: name }),
    observe,
  });
  metrics.watchPool(name, pool.counts);
  return pool;
}

/** For the entities' mapping; it reads and writes on transactions of the pool, and opens no connection of its own. */
function openOrm(definition: Subgraph, options: HostOptions): Promise<MikroORM> {
  return MikroORM.init({
    entities: [...definition.entities],
    clientUrl: options.urlOf(definition.name),
    schema: definition.name,
    allowGlobalContext: false,
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: true,
  });
}

async function startJobs(subgraph: RunningSubgraph, queue: JobQueue, metrics: HostMetrics): Promise<void> {
  for (const job of subgraph.definition.jobs ?? []) {
    const caller = { viewer: serviceViewer(subgraph.name), requestId: `job:${job.name}`, purpose: null };
    await queue.work(`${subgraph.name}.${job.name}`, async (data) => {
      const spanning = { attributes: { 'huizhen.subgraph': subgraph.name } };
      const work = () => subgraph.as(caller, (context) => job.run(context, data));
      await traced(`job ${job.name}`, spanning, work).catch((error: unknown) => {
        metrics.job(subgraph.name, job.name, 'failed');
        throw error;
      });
      metrics.job(subgraph.name, job.name, 'ok');
    });
  }
}

async function begin(subgraph: RunningSubgraph): Promise<void> {
  const caller = { viewer: serviceViewer(subgraph.name), requestId: 'start', purpose: null };
  await subgraph.as(caller, async (context) => subgraph.definition.start?.(context));
}
