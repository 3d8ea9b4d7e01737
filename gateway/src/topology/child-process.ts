/** One process of the platform under the supervisor: started, started again when it dies, stopped with it. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { fromChild, type FromChild, type ToChild } from './messages.ts';

export interface ChildPlan {
  readonly name: string;
  /** Beside this folder's parent: 'serve-gateway.ts'. */
  readonly script: string;
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

const RESTART_AFTER_MS = 300;
const STOP_PATIENCE_MS = 15_000;

export class SupervisedProcess {
  private readonly plan: ChildPlan;
  private readonly logger: Logger;
  private child: ChildProcess | null = null;
  private stopping = false;

  constructor(plan: ChildPlan, logger: Logger) {
    this.plan = plan;
    this.logger = logger;
  }

  /** Resolves with its port when it is ready; rejects with its own words when it cannot start. */
  async start(): Promise<number> {
    const script = fileURLToPath(new URL(`../${this.plan.script}`, import.meta.url));
    const child = fork(script, [...this.plan.arguments], {
      env: this.plan.environment,
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child = child;
    const ready = await heard(child, 'ready', this.plan.name);
    child.once('exit', (code, signal) => this.restart(code, signal));
    return ready.port;
  }

  async command(what: ToChild['do']): Promise<void> {
    if (!this.child) return;
    const done = heard(this.child, 'done', this.plan.name);
    this.child.send({ do: what } satisfies ToChild);
    await done;
  }

  /** Passes on what the supervisor was told. */
  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(force);
  }

  private restart(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.stopping) return;
    this.logger.error({ process: this.plan.name, code, signal }, 'a process has stopped by itself; starting it again');
    setTimeout(() => {
      if (this.stopping) return;
      this.start().catch((error: unknown) => {
        this.logger.error({ process: this.plan.name, err: error }, 'a process cannot be started again yet');
        this.restart(null, null);
      });
    }, RESTART_AFTER_MS);
  }
}

function heard<Said extends FromChild['said']>(
  child: ChildProcess,
  said: Said,
  name: string,
): Promise<Extract<FromChild, { said: Said }>> {
  return new Promise((resolve, reject) => {
    function settle(act: () => void) {
      child.off('message', onMessage).off('exit', onExit);
      act();
    }
    function onMessage(raw: unknown) {
      const message = fromChild.parse(raw);
      if (message.said === 'failed') settle(() => reject(new Error(message.message)));
      // The discriminant was compared; the compiler does not narrow a generic by it.
      else if (message.said === said) settle(() => resolve(message as Extract<FromChild, { said: Said }>));
    }
    function onExit(code: number | null) {
      settle(() => reject(new Error(`The process of ${name} ended (code ${code}) before it answered.`)));
    }
    child.on('message', onMessage).on('exit', onExit);
  });
}
