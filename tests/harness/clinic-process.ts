/** A clinic of its own as a process of its own, so that everything it prints can be read. */
import { rm } from 'node:fs/promises';
import { layGround } from './clinic.ts';
import { PlatformProcess } from './platform-process.ts';

export interface ClinicProcess {
  readonly url: string;
  readonly databaseUrl: string;
  /** Everything that it has printed. */
  readonly output: string;
  clear(): Promise<void>;
}

export async function openClinicAsProcess(environment: Readonly<Record<string, string>>): Promise<ClinicProcess> {
  const ground = await layGround();
  const { DATABASE_URL = '', KEYS_DIR = '', DATA_DIR = '' } = ground.environment;
  const platform = await PlatformProcess.prepare({ DATABASE_URL, KEYS_DIR, DATA_DIR, ...environment });
  await platform.start();
  return {
    url: platform.url,
    databaseUrl: ground.databaseUrl,
    get output() {
      return platform.output;
    },
    async clear() {
      await platform.stop();
      await ground.clear();
      await rm(platform.directory, { recursive: true, force: true });
    },
  };
}
