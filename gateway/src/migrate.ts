/** Brings the database that DATABASE_URL names up to date and makes the keys, then ends: `npm run migrate`. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { prepareDatabase } from '@huizhen/platform/database/prepare-database';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { gatewayModule } from './partners/gateway.migrations.ts';
import { platformSettings } from './settings.ts';
import { openKeys } from './topology/keys-and-passwords.ts';
import { openDatabase } from './topology/open-database.ts';
import { loadSubgraphs } from './topology/subgraphs.ts';
import { explain } from './topology/run-as-process.ts';

try {
  const settings = parseSettings(platformSettings, process.env);
  const logger = createLogger({ name: 'migrate', level: settings.LOG_LEVEL });
  const database = await openDatabase(settings, await openKeys(settings), logger);
  try {
    const { applied } = await prepareDatabase(
      { ...database.address, subgraphs: await loadSubgraphs(), modules: [gatewayModule] },
      logger,
    );
    process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`);
  } finally {
    await database.stop();
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
