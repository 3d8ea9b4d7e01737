/** One disposable platform with demo data, on free ports, for a test file: `await using clinic = await openClinic()`. */
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSettings } from '@huizhen/platform/config/settings';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import { createDatabaseFrom, dropDatabase } from '@huizhen/platform/database/template';
import { platformSettings } from '@huizhen/gateway/settings';
import { startInProcess } from '@huizhen/gateway/topology/in-process';
import { startProcesses } from '@huizhen/gateway/topology/processes';
import type { RunningPlatform } from '@huizhen/gateway/topology/running-platform';
import type { Topology } from '@huizhen/gateway/topology/topologies';
import { inject } from 'vitest';
import { signInAs, type Actor } from './actor.ts';
import { TEMPLATE } from './global-setup.ts';
import { unhurried } from './unhurried.ts';
import { unlimited } from './unlimited.ts';

export interface Clinic {
  readonly url: string;
  readonly port: number;
  /** The superuser's address of this clinic's own database. */
  readonly databaseUrl: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where the subgraphs are served, when they are processes of their own. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Somebody of the demo accounts, signed in once. */
  as(account: string): Promise<Actor>;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface ClinicOptions {
  readonly topology?: Topology;
  readonly environment?: Readonly<Record<string, string>>;
  /** In process only: called with every SQL statement of a subgraph. */
  readonly onStatement?: (subgraph: string, sql: string) => void;
  /** In process only: called with every operation that the gateway sends to a subgraph. */
  readonly onAsked?: (subgraph: string, query: string) => void;
}

const startAs = { 'in-process': startInProcess, processes: startProcesses };

export interface Ground {
  readonly environment: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  clear(): Promise<void>;
}

/** A database and a folder of its own, cloned from the template, and the settings that lead to them. */
export async function layGround(extra: Readonly<Record<string, string>> = {}): Promise<Ground> {
  const adminUrl = inject('adminUrl');
  const database = `clinic_${randomUUID().replaceAll('-', '')}`;
  const directory = await mkdtemp(join(tmpdir(), 'huizhen-clinic-'));
  await cp(inject('templateData'), directory, { recursive: true });
  await createDatabaseFrom(adminUrl, TEMPLATE, database);
  const databaseUrl = urlOfDatabase(adminUrl, database);
  return {
    databaseUrl,
    environment: {
      DATABASE_URL: databaseUrl,
      KEYS_DIR: inject('keysDir'),
      DATA_DIR: directory,
      PORT: '0',
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      ...unhurried,
      ...unlimited,
      ...extra,
    },
    async clear() {
      await dropDatabase(adminUrl, database);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export async function openClinic({
  topology = 'in-process',
  environment = {},
  ...observe
}: ClinicOptions = {}): Promise<Clinic> {
  const ground = await layGround(environment);
  const settings = parseSettings(platformSettings, ground.environment);
  const platform = await startAs[topology](settings, { ...process.env, ...ground.environment }, observe);
  return clinicAt(platform, ground);
}

function clinicAt(platform: RunningPlatform, ground: Ground): Clinic {
  const url = `http://127.0.0.1:${platform.port}/graphql`;
  const signedIn = new Map<string, Promise<Actor>>();
  const stop = async () => {
    await Promise.all([...signedIn.values()].map(async (actor) => (await actor).leave()));
    await platform.stop();
    await ground.clear();
  };
  return {
    url,
    port: platform.port,
    databaseUrl: ground.databaseUrl,
    environment: ground.environment,
    subgraphUrls: platform.subgraphUrls ?? new Map(),
    as(account) {
      const known = signedIn.get(account) ?? signInAs(url, account);
      signedIn.set(account, known);
      return known;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
