/** The platform in one process of its own, so that its memory and speed are its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Linux counts so for programs, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

const root = fileURLToPath(new URL('../../', import.meta.url));

export class InProcessPlatform {
  readonly url: string;
  /** From the command to the line that says it is ready. */
  readonly secondsToReady: number;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, url: string, secondsToReady: number) {
    this.child = child;
    this.url = url;
    this.secondsToReady = secondsToReady;
  }

  static start(
    environment: Readonly<Record<string, string>>,
    command: readonly string[] = [process.execPath, '--import', 'tsx', 'gateway/src/main.ts'],
  ): Promise<InProcessPlatform> {
    const [program = 'node', ...rest] = command;
    const started = performance.now();
    const child = spawn(program, rest, {
      cwd: root,
      env: { ...process.env, ...environment, TOPOLOGY: 'in-process' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Promise((resolve, reject) => {
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const url = output.match(/Endpoint\s+(\S+)/)?.[1];
        if (url && output.includes('Health'))
          resolve(new InProcessPlatform(child, url, (performance.now() - started) / 1_000));
      });
      child.once('exit', (code) => reject(new Error(`The platform ended with code ${code}: ${output}`)));
    });
  }

  /** Resident memory of the process, PostgreSQL apart. */
  async megabytes(): Promise<number> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(status.match(/VmRSS:\s+(\d+) kB/)?.[1] ?? Number.NaN) / 1_024;
  }

  /** Time that the process has been at work, on all its threads. */
  async cpuSeconds(): Promise<number> {
    const stat = await readFile(`/proc/${this.child.pid}/stat`, 'utf8');
    const [, , , , , , , , , , , user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return (user + system) / TICKS_PER_SECOND;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.kill('SIGTERM');
    });
  }
}
