/** `npm run demo`: plays one whole consultation against a running platform, as an integrator would, and shows every event. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, usage, type Arguments } from './arguments.ts';
import type { DemoRun, People } from './demo-run.ts';
import { play } from './play.ts';
import { PlatformClient } from './platform-client.ts';
import { Printer } from './printing/printer.ts';
import { stepTable } from './printing/step-table.ts';
import { newRun, readRun, writeRun } from './run-state.ts';
import { stepsInOrder } from './steps/in-order.ts';

/** The password of every account of a demonstration platform; a platform in production has no such accounts. */
const demoPassword = 'huizhen-demo';

const startedAtMs = performance.now();
const print = new Printer(
  (text) => process.stdout.write(text),
  () => performance.now() - startedAtMs,
);

try {
  const wanted = readArguments(process.argv.slice(2), process.env);
  if (wanted.help) process.stdout.write(usage);
  else process.exitCode = await runDemo(wanted);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

async function runDemo(wanted: Arguments): Promise<number> {
  const earlier = wanted.resume === undefined ? undefined : await readRun(wanted.resume);
  const state = earlier ?? newRun(randomUUID(), new Date());
  const file = wanted.resume ?? join(tmpdir(), `huizhen-demo-${state.runId}.json`);
  const demo: DemoRun = {
    arguments: wanted,
    state,
    people: peopleAt(wanted.url),
    print,
    nowMs: () => performance.now(),
    feeds: undefined,
  };
  await writeRun(file, state);
  print.plain(`会诊演示 Huizhen demo → ${wanted.url}\n状态文件 state file: ${file}`);
  try {
    await play(demo, stepsInOrder, () => writeRun(file, state));
  } catch (error) {
    print.failure(messageOf(error));
    if (state.finished.length > 0)
      print.plain(`\n继续 Go on from here: npm run demo -- --resume ${file}${optionsToRepeat(wanted)}`);
    return 1;
  }
  print.plain(`\n${stepTable(state.finished, new Map(stepsInOrder.map(({ name, title }) => [name, title])))}`);
  return 0;
}

function peopleAt(url: string): People {
  const onRetry = (problem: string) => print.notice(`平台不可达，重试中 unreachable, trying again (${problem})`);
  const http = { url, reached: false, onRetry };
  const client = (username: string) => new PlatformClient({ username, password: demoPassword }, http, () => new Date());
  return {
    requester: client('requester'),
    expert: client('expert1'),
    coordinator: client('coordinator'),
    finance: client('finance'),
  };
}

function optionsToRepeat({ url, fhir, dicom }: Arguments): string {
  const options = { url, fhir, dicom };
  return Object.entries(options)
    .map(([name, value]) => (value === undefined ? '' : ` --${name} '${value}'`))
    .join('');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
