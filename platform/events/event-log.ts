/** Reads the one ordered log of events and wakes whoever follows it. A broker can take its place behind the interface. */
import type { LoggedEvent } from './logged-event.ts';

/** Part of the log: its events, and the place up to which it reaches. */
export interface Stretch {
  readonly events: readonly LoggedEvent[];
  readonly upTo: bigint;
}

export interface EventLog {
  /** The last place that was given. */
  head(): Promise<bigint>;
  /** The first place that is still kept. */
  oldest(): Promise<bigint>;
  /** Events after a place, in order. Served from memory when they are recent. */
  after(position: bigint, limit: number): Promise<Stretch>;
  /** Resolves as soon as there is something after `position`, or when the signal is aborted. */
  moved(position: bigint, signal: AbortSignal): Promise<void>;
  /** Gives places to what was committed. Call it after a commit that wrote events; calls are merged. */
  sequence(): void;
  stop(): Promise<void>;
}
