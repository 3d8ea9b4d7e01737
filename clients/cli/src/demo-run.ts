/** What every step of a run works with. */
import type { Arguments } from './arguments.ts';
import type { LiveFeeds } from './live/live-feeds.ts';
import type { PlatformClient } from './platform-client.ts';
import type { Printer } from './printing/printer.ts';
import type { RunState, StepReport } from './run-state.ts';
import { StepFailed } from './step-failed.ts';

export interface People {
  readonly requester: PlatformClient;
  readonly expert: PlatformClient;
  readonly coordinator: PlatformClient;
  readonly finance: PlatformClient;
}

export interface DemoRun {
  readonly arguments: Arguments;
  readonly state: RunState;
  readonly people: People;
  readonly print: Printer;
  readonly nowMs: () => number;
  feeds: LiveFeeds | undefined;
}

export interface Step {
  /** Part of the idempotency keys: the same in every version. */
  readonly name: string;
  readonly title: string;
  /** Not skipped when a run is resumed: what it opens lives in this process. */
  readonly everyRun?: boolean;
  readonly run: (demo: DemoRun) => Promise<StepReport['events'] | void>;
}

/** The platform does a thing once per key, so that repeating a step after an interruption is harmless. */
export function idempotencyKey({ state }: DemoRun, step: string): string {
  return `${state.runId}:${step}`;
}

/** An id that an earlier step has put into the state. */
export function known({ state }: DemoRun, id: 'patientId' | 'consultationId' | 'expertId'): string {
  const value = state[id];
  if (value === undefined) throw new StepFailed(`The state file has no ${id}. Start anew without --resume.`);
  return value;
}
