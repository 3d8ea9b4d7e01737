/** The platform as its user starts it: a process of its own, with its own database, that can be stopped or killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { freePort } from '@huizhen/platform/database/free-port';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { unhurried } from './unhurried.ts';
import { unlimited } from './unlimited.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PATIENCE_MS = 90_000;

export class PlatformProcess {
  readonly url: string;
  readonly directory: string;
  private readonly environment: NodeJS.ProcessEnv;
  private child: ChildProcess | null = null;
  /** Everything that it has printed. */
  output = '';

  private constructor(directory: string, environment: NodeJS.ProcessEnv, port: number) {
    this.directory = directory;
    this.environment = environment;
    this.url = `http://127.0.0.1:${port}/graphql`;
  }

  /** Nothing runs yet; call start(). */
  static async prepare(environment: Readonly<Record<string, string>> = {}): Promise<PlatformProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'huizhen-platform-'));
    const port = await freePort();
    const own = {
      DATA_DIR: directory,
      PORT: String(port),
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      ...unhurried,
      ...unlimited,
      ...environment,
    };
    return new PlatformProcess(directory, { ...process.env, ...own }, port);
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/src/main.ts'], {
      cwd: root,
      env: this.environment,
    });
    this.child = child;
    this.output = '';
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Not ready within ${PATIENCE_MS} ms: ${this.output}`)),
        PATIENCE_MS,
      );
      const hear = (chunk: Buffer) => {
        this.output += chunk.toString();
        if (!this.output.includes('is ready')) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`It ended with code ${code}: ${this.output}`));
      });
    });
  }

  /** The built-in database, which PostgreSQL names in the first line of its own file. */
  async databasePid(): Promise<number> {
    const [pid] = (await readFile(join(this.directory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    return Number(pid);
  }

  /** The processes under the supervisor, and those of the database that it started; none on systems without /proc. */
  async childPids(): Promise<number[]> {
    const pid = this.child?.pid ?? 0;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    return children
      .split(' ')
      .filter((one) => one !== '')
      .map(Number);
  }

  /** As a power cut would: no chance to say goodbye. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an operator would; resolves with the exit code. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  async clear(): Promise<void> {
    await this.kill();
    // A killed platform leaves its database server running; the next owner of the folder stops it.
    const server = await startEmbeddedPostgres({
      dataDir: this.directory,
      logger: createLogger({ name: 'test', level: 'error' }),
    });
    await server.stop();
    await this.remove();
  }

  /** The folder alone, of one that never came to run. */
  remove(): Promise<void> {
    return rm(this.directory, { recursive: true, force: true });
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child?.exitCode ?? null);
    return new Promise((resolve) => {
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  }
}
