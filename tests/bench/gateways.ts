/** The gateways that are measured side by side, each in a process of its own before the same subgraphs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { SupervisedProcess } from '@huizhen/gateway/topology/child-process';
import { writeSubgraphUrls } from '@huizhen/gateway/topology/subgraph-urls';
import { createLogger } from '@huizhen/platform/telemetry/logger';

export interface Rival {
  readonly name: string;
  /** Beside gateway/src: where its process begins. */
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Its GraphQL endpoint on its port. */
  readonly path: string;
}

export const ours: Rival = { name: 'this gateway', script: 'serve-gateway.ts', environment: {}, path: '/graphql' };

/** The one that all are compared with. */
export const plain: Rival = {
  name: 'plain @apollo/gateway',
  script: '../../tests/bench/plain-gateway.ts',
  environment: {},
  path: '/',
};

/** No gateway: the least that this answer can cost. */
export const handwritten: Rival = {
  name: 'hand-written endpoint',
  script: '../../tests/bench/handwritten-endpoint.ts',
  environment: {},
  path: '/',
};

const hive = { script: '../../tests/bench/rivals/hive-gateway.ts', path: '/graphql' };
const onHive: readonly Rival[] = [
  { name: 'Hive Gateway, JavaScript', ...hive, environment: { RUNTIME: 'js' } },
  { name: 'Hive Gateway, Rust runtime', ...hive, environment: { RUNTIME: 'rust' } },
];

/** Those that come from npm are installed apart, so that whoever only runs the platform does not carry them. */
export async function rivals(): Promise<readonly Rival[]> {
  const cwd = fileURLToPath(new URL('rivals/', import.meta.url));
  try {
    const install = ['-y', 'pnpm@10.34.9', 'install', '--frozen-lockfile', '--prefer-offline', '--ignore-workspace'];
    await promisify(execFile)('npx', install, { cwd });
    return [plain, ...onHive];
  } catch {
    process.stdout.write('Hive Gateway could not be installed from npm, and is left out.\n');
    return [plain];
  }
}

export interface StartedRival {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startRival(
  rival: Rival,
  subgraphs: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string>>,
): Promise<StartedRival> {
  const child = new SupervisedProcess(
    {
      name: rival.name,
      script: rival.script,
      arguments: [],
      environment: {
        ...process.env,
        ...environment,
        ...rival.environment,
        SUBGRAPH_URLS: writeSubgraphUrls(subgraphs),
      },
    },
    createLogger({ name: 'bench', level: 'error' }),
  );
  const port = await child.start();
  return { url: `http://127.0.0.1:${port}${rival.path}`, stop: () => child.stop() };
}
