/** `npm run bench`: every speed that the platform promises, measured side by side in one run on this machine; --write publishes it. */
import { cpus } from 'node:os';
import { measureEvents } from './measure-events.ts';
import { measureExecutor } from './measure-executor.ts';
import { measureGateway } from './measure-gateway.ts';
import { measureIdle } from './measure-idle.ts';
import { measureLive } from './measure-live.ts';
import { measureMatching } from './measure-matching.ts';
import { measurePixels } from './measure-pixels.ts';
import { measureQueue } from './measure-queue.ts';
import { measureScrolling } from './measure-scrolling.ts';
import { measureStart } from './measure-start.ts';
import { measureVisit } from './measure-visit.ts';
import type { Measured } from './measured.ts';
import { printTable } from './table.ts';
import { writeBenchmarks } from './write-benchmarks.ts';

const measures = {
  executor: measureExecutor,
  queue: measureQueue,
  gateway: measureGateway,
  start: measureStart,
  matching: measureMatching,
  events: measureEvents,
  live: measureLive,
  idle: measureIdle,
  visit: measureVisit,
  pixels: measurePixels,
  scrolling: measureScrolling,
};

const writes = process.argv.includes('--write');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--write');
const measured: Measured[] = [];
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const one of [await measure()].flat()) {
    printTable(one.title, one.rows);
    measured.push(one);
  }
}
if (writes) await writeBenchmarks(measured, new Date());
process.exit(0);
