/** A stream of events from a place on: what was missed first, then what comes, each once and in order. */
import { CursorExpired } from '../errors/expected-errors.ts';
import type { EventLog } from './event-log.ts';
import type { LoggedEvent } from './logged-event.ts';

/** So many that what is looked up for them together is still young when the last of them is told. */
const READ_AT_ONCE = 50;

/**
 * Those that are there already come together, so that whoever comes back does not pay for each alone.
 * Holds no buffer of its own: a slow reader stays at its place in the log and reads on from there.
 */
export async function* eventsAfter(
  log: EventLog,
  from: bigint,
  signal: AbortSignal,
): AsyncGenerator<readonly LoggedEvent[]> {
  if (from + 1n < (await log.oldest())) throw new CursorExpired();
  let position = from;
  while (!signal.aborted) {
    const { events, upTo } = await log.after(position, READ_AT_ONCE);
    if (events.length > 0) yield events;
    position = upTo;
    await log.moved(position, signal);
  }
}
