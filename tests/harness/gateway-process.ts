/** A gateway of its own before subgraphs that are served elsewhere, in a process whose output can be read. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fromChild } from '@huizhen/gateway/topology/messages';
import { writeSubgraphUrls } from '@huizhen/gateway/topology/subgraph-urls';

const script = fileURLToPath(new URL('../../gateway/src/serve-gateway.ts', import.meta.url));

export class GatewayProcess {
  readonly address: string;
  /** Everything that it has printed. */
  output = '';
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.address = `http://127.0.0.1:${port}`;
  }

  static async start(
    subgraphUrls: ReadonlyMap<string, string>,
    environment: Readonly<Record<string, string>>,
  ): Promise<GatewayProcess> {
    const child = fork(script, [], {
      env: { ...process.env, ...environment, PORT: '0', SUBGRAPH_URLS: writeSubgraphUrls(subgraphUrls) },
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let output = '';
    const gateway = once(child, 'message').then(([raw]) => {
      const message = fromChild.parse(raw);
      if (message.said !== 'ready') throw new Error(`The gateway did not start: ${output}`);
      return new GatewayProcess(child, message.port);
    });
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      void gateway.then((one) => (one.output = output));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    return gateway;
  }

  get url(): string {
    return `${this.address}/graphql`;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The value of a metric, as Prometheus would read it. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.address}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ').at(-1) ?? Number.NaN);
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}
