/** The README's recipes, as they stand there: of the right types, and run by a program of their own against a real platform. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { madeUpImage } from '@huizhen/cli/imaging/made-up-image';
import { freePort } from '@huizhen/platform/database/free-port';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../../../tests/harness/clinic.ts';
import { step } from '../../../tests/harness/main-job.ts';
import { newRequest } from '../../../tests/harness/new-request.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const node = join(root, 'node_modules/node/bin/node');
const recipes = new Map(
  [
    ...(await readFile(new URL('../README.md', import.meta.url), 'utf8')).matchAll(/```ts recipe=(\S+)\n(.*?)```/gs),
  ].map(([, name = '', code = '']) => [name, code]),
);

let clinic: Clinic;
let folder: string;
beforeAll(async () => {
  // Chosen beforehand and not by PORT=0, because upload tickets name the port of the settings.
  clinic = await openClinic({ environment: { PORT: String(await freePort()) } });
  // Beside the tests, where imports lead to the same packages.
  folder = await mkdtemp(fileURLToPath(new URL('.recipes-', import.meta.url)));
  for (const [name, code] of recipes) await writeFile(join(folder, `${name}.ts`), code);
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await clinic?.stop();
});

interface Run {
  output: string;
  readonly ended: Promise<number | null>;
}

/** A program of its own: it also shows that nothing is left open that keeps it from ending. */
function run(name: string, environment: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(node, ['--import', 'tsx', join(folder, `${name}.ts`)], {
    cwd: root,
    env: { ...process.env, HUIZHEN_URL: clinic.url, ...environment },
  });
  const going: Run = { output: '', ended: once(child, 'close').then(([code]) => code as number | null) };
  const keep = (chunk: Buffer) => void (going.output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return going;
}

async function outputOf(name: string, environment?: Readonly<Record<string, string>>): Promise<string> {
  const going = run(name, environment);
  expect([await going.ended, going.output]).toEqual([0, expect.any(String)]);
  return going.output;
}

test('there are five, and the compiler takes them', async () => {
  expect([...recipes.keys()]).toEqual([
    'first-query',
    'import-a-fhir-bundle',
    'send-dicom',
    'watch-a-queue',
    'a-whole-consultation',
  ]);
  const lib = ['es2024', 'dom', 'dom.iterable'];
  const compilerOptions = { noEmit: true, composite: false, emitDeclarationOnly: false, lib, types: ['node'] };
  const sources = { extends: '../../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(sources));
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { stdout } = await promisify(execFile)(tsc, ['-p', folder]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
}, 60_000);

test('first query', async () => {
  const output = await outputOf('first-query');
  expect(output).toMatch(/sees [1-9]\d* patients:\n/);
  expect(output).toMatch(/, born \d{4}-\d\d-\d\d\n/);
});

test('import a FHIR bundle', async () => {
  expect(await outputOf('import-a-fhir-bundle')).toBe(
    'created 2, updated 0, unchanged 0, skipped 0\n收缩压: 168 mmHg\n',
  );
});

test('send DICOM', async () => {
  const images = join(folder, 'images');
  await mkdir(images);
  await writeFile(join(images, 'a.dcm'), madeUpImage('recipe', new Date('2026-10-02T01:30:00Z')));
  await writeFile(join(images, 'b.txt'), 'no image');
  const output = await outputOf('send-dicom', { DICOM_FOLDER: images });
  expect(output).toMatch(/100 %\na\.dcm: stored in study 2\.25\.\d+\nb\.txt: Malformed, or no DICOM file\.\n$/);
});

test('watch a queue', async () => {
  const { requester, id } = await newRequest(clinic);
  const going = run('watch-a-queue');
  await expect.poll(() => going.output, { timeout: 20_000 }).toMatch(/^SNAPSHOT: \d+ told, \d+ waiting\n/);
  await step.submit(requester, id);
  expect(await going.ended).toBe(0);
  expect(going.output).toMatch(/\nENTERED: 1 told, \d+ waiting\n {2}\S+ UNDER_REVIEW 林秋禾\n$/);
}, 60_000);

test('a whole consultation', async () => {
  const told = (await outputOf('a-whole-consultation')).split('\n').map((line) => line.split(': ')[1]);
  expect(told.filter((event) => event?.startsWith('consultation.'))).toEqual([
    'consultation.submitted',
    'consultation.approved',
    'consultation.experts-invited',
    'consultation.invitation-accepted',
    'consultation.started',
    'consultation.ended',
    'consultation.opinion-signed',
    'consultation.completed',
  ]);
}, 60_000);
