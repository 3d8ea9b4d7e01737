/** What an interrupted run needs to go on: ids and cursors, no names, no tokens; written after every step. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { StepFailed } from './step-failed.ts';

const stepReport = z.object({
  step: z.string(),
  ms: z.number(),
  events: z.array(z.object({ feed: z.string(), latencyMs: z.number() })),
});
export type StepReport = z.output<typeof stepReport>;

const shape = z.object({
  version: z.literal(1),
  runId: z.uuid(),
  startedAt: z.iso.datetime(),
  finished: z.array(stepReport).default([]),
  patientId: z.string().optional(),
  consultationId: z.string().optional(),
  expertId: z.string().optional(),
  /** The last event that a finished step has used, by feed. */
  cursors: z.record(z.string(), z.string()).default({}),
});
export type RunState = z.output<typeof shape>;

export function newRun(runId: string, startedAt: Date): RunState {
  return shape.parse({ version: 1, runId, startedAt: startedAt.toISOString() });
}

/** undefined when there is no such file yet: then a new run is kept there. */
export async function readRun(file: string): Promise<RunState | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StepFailed(`读不到状态文件 The state file cannot be read: ${file}`);
  });
  if (text === undefined) return undefined;
  const read = shape.safeParse(jsonOf(text));
  if (read.success) return read.data;
  throw new StepFailed(
    `不是演示的状态文件 This is no state file of a demo run: ${file}. Name another file with --resume.`,
  );
}

/** In one piece or not at all, whenever the run is killed. */
export async function writeRun(file: string, state: RunState): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
