/** One PostgreSQL for the whole test run, and in it a template database with the demo data that each clinic clones. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseSettings } from '@huizhen/platform/config/settings';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { platformSettings } from '@huizhen/gateway/settings';
import { startInProcess } from '@huizhen/gateway/topology/in-process';
import type { TestProject } from 'vitest/node';
import { reactionsSettled } from './reactions-settled.ts';

export const TEMPLATE = 'huizhen_template';
const BUILD_PAGES = join(import.meta.dirname, '../../clients/web/build/build-web.ts');

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the test run's PostgreSQL. */
    adminUrl: string;
    keysDir: string;
    /** Where the template's images lie. */
    templateData: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'huizhen-test-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: directory,
    logger: createLogger({ name: 'test', level: 'error' }),
  });
  const templateData = join(directory, 'template');
  await mkdir(templateData);
  const keysDir = join(directory, 'keys');
  project.provide('adminUrl', postgres.url);
  project.provide('keysDir', keysDir);
  project.provide('templateData', templateData);
  await layTemplate({ adminUrl: postgres.url, keysDir, templateData });
  // Once for all windows, or whoever opens the first would wait for it.
  await promisify(execFile)(process.execPath, ['--import', 'tsx', BUILD_PAGES]);
  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

async function layTemplate(at: { adminUrl: string; keysDir: string; templateData: string }): Promise<void> {
  const environment = {
    DATABASE_URL: urlOfDatabase(at.adminUrl, TEMPLATE),
    KEYS_DIR: at.keysDir,
    DATA_DIR: at.templateData,
    PORT: '0',
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
  };
  const platform = await startInProcess(parseSettings(platformSettings, environment), environment);
  await reactionsSettled(environment.DATABASE_URL);
  await platform.stop();
}
