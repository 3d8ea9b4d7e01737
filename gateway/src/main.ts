/** `npm start`: the whole platform, laid out as TOPOLOGY says. */
import { checkSettings, parseSettings } from '@huizhen/platform/config/settings';
import { startTracing } from '@huizhen/platform/telemetry/tracing';
import { buildWeb } from '@huizhen/web/build/build-web';
import { printWelcome } from './print-welcome.ts';
import { platformSettings } from './settings.ts';
import { startInProcess } from './topology/in-process.ts';
import { startProcesses } from './topology/processes.ts';
import { explain, obeySignals } from './topology/run-as-process.ts';
import { loadSubgraphs } from './topology/subgraphs.ts';
import type { Topology } from './topology/topologies.ts';

const startAs = { 'in-process': startInProcess, processes: startProcesses } satisfies Record<Topology, unknown>;

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
try {
  const subgraphs = await loadSubgraphs();
  checkSettings([platformSettings, ...subgraphs.map((subgraph) => subgraph.settings)], process.env);
  const settings = parseSettings(platformSettings, process.env);
  const started = performance.now();
  const tracing = await startTracing('huizhen', process.env);
  const starting = startAs[settings.TOPOLOGY](settings, process.env);
  // From the first moment on: a start that is broken off must not leave its database running.
  obeySignals(async () => {
    await (await starting).stop();
    await tracing.stop();
  });
  const platform = await starting;
  printWelcome({ ...platform, host: settings.HOST, seconds: (performance.now() - started) / 1_000 });
  // Once all else is up: when the pages have changed, the first visitor should not wait for them.
  buildWeb().catch((error: unknown) => process.stderr.write(`The pages could not be built. ${explain(error)}\n`));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
