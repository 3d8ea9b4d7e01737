/** Plays all steps of a run, those done earlier left out, and keeps its state after each. */
import { setTimeout as pause } from 'node:timers/promises';
import type { DemoRun, Step } from './demo-run.ts';
import { closeFeeds } from './live/live-feeds.ts';
import type { StepReport } from './run-state.ts';
import { StepFailed } from './step-failed.ts';

export async function play(demo: DemoRun, steps: readonly Step[], save: () => Promise<void>): Promise<void> {
  try {
    for (const [at, step] of steps.entries()) {
      demo.print.step(at + 1, step.title);
      if (isDone(demo, step)) demo.print.fact('上次已完成 done in the earlier run');
      else await playOne(demo, step, save);
    }
    complainOfDuplicates(demo);
  } finally {
    if (demo.feeds !== undefined) closeFeeds(demo.feeds);
  }
}

async function playOne(demo: DemoRun, step: Step, save: () => Promise<void>): Promise<void> {
  const startedAtMs = demo.nowMs();
  const events = (await step.run(demo)) ?? [];
  const report = { step: step.name, ms: demo.nowMs() - startedAtMs, events };
  keepReport(demo.state.finished, report);
  keepCursors(demo);
  await save();
  await pause(demo.arguments.pause);
}

/** In the place of an earlier report of the same step. */
function keepReport(finished: StepReport[], report: StepReport): void {
  const place = finished.findIndex(({ step }) => step === report.step);
  if (place === -1) finished.push(report);
  else finished[place] = report;
}

function isDone({ state }: DemoRun, step: Step): boolean {
  return step.everyRun !== true && state.finished.some(({ step: name }) => name === step.name);
}

/** Only what a finished step has used: a resumed run is sent the rest again. */
function keepCursors({ state, feeds }: DemoRun): void {
  if (feeds?.queue.taken !== undefined) state.cursors['queue'] = feeds.queue.taken;
  if (feeds?.consultation.taken !== undefined) state.cursors['consultation'] = feeds.consultation.taken;
}

function complainOfDuplicates({ feeds, print }: DemoRun): void {
  if (feeds === undefined) return;
  const { queue, consultation } = feeds;
  const duplicates = queue.duplicates + consultation.duplicates;
  if (duplicates > 0)
    throw new StepFailed(`${duplicates} 个事件重复送达 events were delivered twice; see the notices above.`);
  print.fact(`无重复事件 no event came twice · 重连 reconnections ${queue.reopened + consultation.reopened}`);
}
