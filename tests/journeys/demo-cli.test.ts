/** `npm run demo` against a running platform: a whole run, and one that is killed at every step and goes on. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@huizhen/platform/database/free-port';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stepTitle = /── (\d+) ·/g;
const steps = 18;

let clinic: Clinic;
let directory: string;
beforeAll(async () => {
  // Chosen beforehand and not by PORT=0, because upload tickets name the port of the settings.
  clinic = await openClinic({ environment: { PORT: String(await freePort()) } });
  directory = await mkdtemp(join(tmpdir(), 'huizhen-demo-cli-'));
}, 120_000);
afterAll(async () => {
  await clinic.stop();
  await rm(directory, { recursive: true, force: true });
});

test('the demo plays the whole job and ends well', async () => {
  const { code, output } = await runDemo();
  expect(code, output).toBe(0);
  expect(output).toContain('fee = insured + subsidy + patient');
  expect(output).toContain('16 个事件 events');
}, 60_000);

test('a run that is killed at every single step goes on where it was', async () => {
  const file = join(directory, `${randomUUID()}.json`);
  for (let step = 2; step <= steps; step += 1) {
    const { code, output } = await runDemo({ file, killedAtStep: step });
    expect(code, output).toBeNull();
  }
  const { code, output } = await runDemo({ file });
  expect(code, output).toBe(0);
  expect(output).toContain('no event came twice');
}, 180_000);

test('a platform that is not there is said so, with what to do', async () => {
  const { code, output } = await runDemo({ url: 'http://127.0.0.1:9/graphql' });
  expect(code).toBe(1);
  expect(output).toContain('npm start');
}, 60_000);

interface Wish {
  readonly url?: string;
  readonly file?: string;
  /** As soon as this step begins. */
  readonly killedAtStep?: number;
}

/** The code is null when it was killed. */
function runDemo({ url = clinic.url, file, killedAtStep = Infinity }: Wish = {}): Promise<{
  code: number | null;
  output: string;
}> {
  const words = ['--url', url, '--resume', file ?? join(directory, `${randomUUID()}.json`)];
  const child = spawn(process.execPath, ['--import', 'tsx', 'clients/cli/src/demo.ts', ...words], { cwd: root });
  let output = '';
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    const reached = [...output.matchAll(stepTitle)].map(([, number]) => Number(number));
    if (Math.max(...reached) >= killedAtStep) child.kill('SIGKILL');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
