/** Subgraphs that run in this process, asked as the gateway would ask them. */
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { SettingsOf, SettingsSpec } from '@huizhen/platform/config/settings';
import type { Context } from '@huizhen/platform/subgraph/context';
import type { RunningSubgraph } from '@huizhen/platform/subgraph/running-subgraph';
import { startHost, type HostOptions, type SubgraphHost } from '@huizhen/platform/subgraph/subgraph-host';
import type { ExecutionResult } from 'graphql';

/** What they stand on. */
export interface Footing extends Pick<HostOptions, 'subgraphs' | 'keys' | 'logger' | 'urlOf'> {
  tokenOf(viewer: Viewer | null): Promise<string>;
}

export interface WorkOptions extends Pick<HostOptions, 'peer' | 'clock'> {
  readonly environment?: Readonly<Record<string, string>>;
}

export type OwnContext = Context<object, SettingsOf<SettingsSpec>>;

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export class SubgraphsAtWork {
  private readonly footing: Footing;
  private readonly host: SubgraphHost;
  private readonly statements: ReadonlyMap<string, readonly string[]>;

  private constructor(footing: Footing, host: SubgraphHost, statements: ReadonlyMap<string, readonly string[]>) {
    this.footing = footing;
    this.host = host;
    this.statements = statements;
  }

  static async start(
    footing: Footing,
    { environment = { SECOND_FACTOR: 'optional' }, ...options }: WorkOptions,
  ): Promise<SubgraphsAtWork> {
    const statements = new Map(footing.subgraphs.map(({ name }): [string, string[]] => [name, []]));
    const host = await startHost({
      ...footing,
      ...options,
      environment,
      onStatement: (name, sql) => void statements.get(name)?.push(sql),
    });
    return new SubgraphsAtWork(footing, host, statements);
  }

  get log(): SubgraphHost['log'] {
    return this.host.log;
  }

  running(name: string): RunningSubgraph {
    const running = this.host.subgraphs.get(name);
    if (!running) throw new Error(`The subgraph ${name} did not start.`);
    return running;
  }

  tokenOf(viewer: Viewer | null): Promise<string> {
    return this.footing.tokenOf(viewer);
  }

  async ask(name: string, viewer: Viewer | null, question: Question): Promise<ExecutionResult> {
    const token = await this.tokenOf(viewer);
    return asJson(await this.running(name).execute({ ...question, token, requestId: 'test' }));
  }

  /** A request as the gateway passes it on, before it knows who sends it. */
  async route(name: string, request: Request): Promise<Response | null> {
    return this.running(name).route(request, await this.tokenOf(null), 'test');
  }

  asItself<T>(name: string, work: (context: OwnContext) => Promise<T>): Promise<T> {
    return this.running(name).as({ viewer: serviceViewer(name), requestId: 'test', purpose: null }, work);
  }

  async loadDemo(names: readonly string[], now: Date): Promise<void> {
    for (const name of names) {
      const subgraph = this.running(name);
      await this.asItself(name, async (context) =>
        subgraph.definition.demo?.(context, now, (viewer, work) =>
          subgraph.as({ viewer, requestId: 'demo', purpose: null }, work),
        ),
      );
    }
  }

  /** Does the work and counts the statements of this subgraph that match. */
  async countStatements(name: string, work: () => Promise<unknown>, pattern = /./): Promise<number> {
    const before = this.statements.get(name)?.length;
    await work();
    return (this.statements.get(name) ?? []).slice(before).filter((sql) => pattern.test(sql)).length;
  }

  stop(): Promise<void> {
    return this.host.stop();
  }
}

/** As it would arrive over HTTP. */
export function asJson(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
