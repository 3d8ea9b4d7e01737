/** Runs the commands of docker-compose.yml outside Docker: the same programs and settings, on free ports of the loopback. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { ensureDatabase } from '@huizhen/platform/database/ensure-database';
import { freePort } from '@huizhen/platform/database/free-port';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { readCompose, type ComposeService } from './compose-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PATIENCE_MS = 90_000;
const LOOK_AGAIN_MS = 100;

export interface ComposedPlatform {
  /** Where a service of the file answers now. */
  urlOf(service: string): string;
  stop(): Promise<void>;
}

interface Program {
  readonly name: string;
  readonly child: ChildProcess;
  output: string;
}

export async function startComposedPlatform(secrets: Readonly<Record<string, string>>): Promise<ComposedPlatform> {
  const directory = await mkdtemp(join(tmpdir(), 'huizhen-compose-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: directory,
    logger: createLogger({ name: 'test', level: 'error' }),
  });
  const programs: Program[] = [];
  const stop = async () => {
    await Promise.all(programs.map(({ child }) => ended(child, 'SIGTERM')));
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const { username, password, port } = new URL(postgres.url);
    // As POSTGRES_DB tells the image to.
    await ensureDatabase(postgres.url, 'huizhen');
    const { file } = await readCompose({ ...secrets, POSTGRES_PASSWORD: password });
    const ours = Object.entries(file.services).filter(([, { image }]) => image.startsWith('huizhen:'));
    const ports = new Map<string, number>([['postgres', Number(port)]]);
    for (const [name] of ours) ports.set(name, await freePort());
    const start = (named: (name: string) => boolean) => {
      const started = ours
        .filter(([name]) => named(name))
        .map(([name, one]) => run(name, one, { directory, ports, administrator: username }));
      programs.push(...started);
      return started;
    };
    for (const migration of start((name) => name === 'migrate')) await succeeded(migration);
    const urlOf = (name: string) => `http://127.0.0.1:${ports.get(name)}`;
    // The order that depends_on gives: subgraphs, then gateways.
    await Promise.all(start((name) => !/^(migrate|gateway-)/.test(name)).map((one) => ready(one, urlOf(one.name))));
    await Promise.all(start((name) => name.startsWith('gateway-')).map((one) => ready(one, urlOf(one.name))));
    return { urlOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Place {
  readonly directory: string;
  readonly ports: ReadonlyMap<string, number>;
  /** The server's own name for what the image calls postgres. */
  readonly administrator: string;
}

function run(
  name: string,
  { command, environment }: ComposeService,
  { directory, ports, administrator }: Place,
): Program {
  const [, ...parameters] = command;
  const here = Object.entries(environment).map(([key, value]) => [
    key,
    atHome(value, ports).replace('://postgres:', `://${administrator}:`),
  ]);
  const env = {
    PATH: process.env['PATH'],
    ...Object.fromEntries(here),
    HOST: '127.0.0.1',
    PORT: String(ports.get(name)),
    KEYS_DIR: join(directory, 'keys'),
    DATA_DIR: join(directory, 'data', name),
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, parameters, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const program: Program = { name, child, output: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (program.output += chunk.toString()));
  return program;
}

/** Addresses inside the containers' network become addresses of the loopback. */
function atHome(value: string, ports: ReadonlyMap<string, number>): string {
  return value.replaceAll(/(\/\/(?:[^/@]*@)?)([\w-]+):\d+/g, (all, before: string, host: string) => {
    const port = ports.get(host);
    return port === undefined ? all : `${before}127.0.0.1:${port}`;
  });
}

async function succeeded(program: Program): Promise<void> {
  const code = await ended(program.child);
  if (code !== 0) throw new Error(`${program.name} ended with code ${code}: ${program.output}`);
}

async function ready(program: Program, url: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isReady(url))) {
    if (program.child.exitCode !== null) throw new Error(`${program.name} ended: ${program.output}`);
    if (Date.now() > end) throw new Error(`${program.name} is not ready: ${program.output}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** As the containers' health check asks. */
function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    if (signal) child.kill(signal);
  });
}
