/** What an operator of the measured platform holds: its keys, and where its app roles connect. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSettings } from '@huizhen/platform/config/settings';
import { urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { platformSettings } from '@huizhen/gateway/settings';
import { openKeys } from '@huizhen/gateway/topology/keys-and-passwords';
import { addressOf } from '@huizhen/gateway/topology/open-database';

export async function insideOf(environment: NodeJS.ProcessEnv) {
  const settings = parseSettings(platformSettings, environment);
  const keys = await openKeys(settings);
  // PostgreSQL writes its port into the fourth line of its own file.
  const lines = (await readFile(join(settings.DATA_DIR, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const address = addressOf(`postgres://127.0.0.1:${lines[3]}/huizhen`, 'huizhen', keys);
  return { keys, appUrl: (schema: string) => urlOfSchema(address, schema) };
}
