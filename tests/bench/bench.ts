/** `npm run bench`: every speed that the platform promises, measured side by side in one run on this machine. */
import { cpus } from 'node:os';
import { measureEvents } from './measure-events.ts';
import { measureExecutor } from './measure-executor.ts';
import { measureGateway } from './measure-gateway.ts';
import { measureIdle } from './measure-idle.ts';
import { measureLive } from './measure-live.ts';
import { measureMatching } from './measure-matching.ts';
import { measureQueue } from './measure-queue.ts';
import { measureStart } from './measure-start.ts';
import { printTable } from './table.ts';

const measures = {
  executor: measureExecutor,
  queue: measureQueue,
  gateway: measureGateway,
  start: measureStart,
  matching: measureMatching,
  events: measureEvents,
  live: measureLive,
  idle: measureIdle,
};

const wanted = process.argv.slice(2);
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { title, rows } = await measure();
  printTable(title, rows);
}
process.exit(0);
