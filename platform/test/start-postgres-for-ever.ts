/** Run as a process of its own by database.test.ts: starts a server, tells its pid, and waits to be killed. */
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const { pid, url } = await startEmbeddedPostgres({ dataDir, logger: quiet });
process.stdout.write(`${JSON.stringify({ pid, url })}\n`);
setInterval(() => undefined, 60_000);
