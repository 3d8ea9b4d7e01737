/** A real PostgreSQL out of npm, for a platform that starts on a bare machine: one data folder, one server, found again after a crash. */
import { setTimeout as pause } from 'node:timers/promises';
import { locateCluster, superuserUrl, type Cluster } from './cluster.ts';
import { ensureCluster } from './create-cluster.ts';
import { freePort } from './free-port.ts';
import { launch } from './launch.ts';
import { livePostmaster, removeStalePostmasterFile } from './postmaster-file.ts';
import { adoptedPostmaster, stopPostmaster, type Exit, type RunningPostmaster } from './postmaster.ts';
import { answers } from './server-answer.ts';
import { rememberedPort, rememberPort } from './server-port.ts';
import { isHeldByAnother, isPortTaken, notReady, portTaken, startFailure } from './start-failure.ts';

/** Long enough for the recovery after a power cut. */
const patienceMs = 60_000;

export type EmbeddedPostgresLogger = {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
};
export type EmbeddedPostgresOptions = { dataDir: string; port?: number; logger: EmbeddedPostgresLogger };
export type EmbeddedPostgresServer = {
  /** The superuser's address of the database `postgres`; holds the password, so keep it out of logs. */
  url: string;
  port: number;
  pid: number;
  /** True when the server was already running, left behind by a host that was killed. */
  adopted: boolean;
  stop(): Promise<void>;
  /** Resolves when the server is gone, asked for or not; the code is unknown (null) for an adopted one. */
  exited: Promise<Exit>;
};

/** Starts the server of this data folder, or adopts the one that runs there already. Stopping it is the caller's task. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgresServer> {
  const cluster = await locateCluster(options.dataDir);
  const password = await ensureCluster(cluster);
  const server = await adoptOrLaunch({ cluster, password, options });
  await rememberPort(cluster.portFile, server.port);
  options.logger.info({ port: server.port, pid: server.pid, adopted: server.adopted }, 'PostgreSQL is ready');
  return server;
}

type Start = { cluster: Cluster; password: string; options: EmbeddedPostgresOptions };

/** Whoever loses a race for the folder finds the winner's server in the next round. */
async function adoptOrLaunch(start: Start): Promise<EmbeddedPostgresServer> {
  let port = start.options.port ?? (await rememberedPort(start.cluster.portFile));
  const endsAt = performance.now() + patienceMs;
  while (performance.now() < endsAt) {
    const adopted = await adopt(start, endsAt);
    if (adopted) return adopted;
    await removeStalePostmasterFile(start.cluster.directory);
    const launched = await launch(start.cluster, { port, password: start.password, patienceMs });
    if ('postmaster' in launched) return asServer(start, { port, adopted: false, postmaster: launched.postmaster });
    port = await portForNextRound(start, port, launched.failedWith);
  }
  throw notReady(start.cluster, patienceMs / 1000);
}

/** Waits for a server that is still starting, or leaving. */
async function adopt(start: Start, endsAt: number): Promise<EmbeddedPostgresServer | undefined> {
  const { directory } = start.cluster;
  while (performance.now() < endsAt) {
    const found = await livePostmaster(directory);
    if (!found) return undefined;
    if (await answers(start.cluster, found, start.password)) {
      if (start.options.port !== undefined && start.options.port !== found.port)
        start.options.logger.warn(
          { port: found.port, wanted: start.options.port },
          'PostgreSQL runs on another port already',
        );
      return asServer(start, { port: found.port, adopted: true, postmaster: adoptedPostmaster(found.pid, directory) });
    }
    await pause(100);
  }
  throw notReady(start.cluster, patienceMs / 1000);
}

async function portForNextRound({ cluster, options }: Start, port: number, log: string): Promise<number> {
  if (isHeldByAnother(log)) {
    await pause(200);
    return port;
  }
  if (!isPortTaken(log)) throw startFailure(cluster, log);
  if (options.port !== undefined) throw portTaken(port);
  options.logger.warn({ port }, 'The port PostgreSQL used last time is taken by another program; taking a free one');
  return freePort();
}

type Found = { port: number; adopted: boolean; postmaster: RunningPostmaster };

function asServer({ cluster, password }: Start, { port, adopted, postmaster }: Found): EmbeddedPostgresServer {
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopPostmaster(postmaster, cluster.directory));
  return { url: superuserUrl(port, password), port, pid: postmaster.pid, adopted, stop, exited: postmaster.exited };
}
