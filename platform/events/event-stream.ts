/** A stream of events from a cursor on: what was missed first, then what comes, each once and in order. */
import { CursorExpired } from '../errors/expected-errors.ts';
import type { Cursor } from './cursor.ts';
import type { EventLog } from './event-log.ts';
import type { LoggedEvent } from './logged-event.ts';

const READ_AT_ONCE = 200;

/** Holds no buffer of its own: a slow reader stays at its place in the log and reads on from there. */
export async function* eventsAfter(log: EventLog, cursor: Cursor, signal: AbortSignal): AsyncGenerator<LoggedEvent> {
  if (cursor.position + 1n < (await log.oldest())) throw new CursorExpired();
  const seen = new Set(cursor.seen);
  let position = cursor.position;
  while (!signal.aborted) {
    const { events, upTo } = await log.after(position, READ_AT_ONCE);
    for (const event of events) {
      if (!seen.delete(event.id)) yield event;
    }
    position = upTo;
    await log.moved(position, signal);
  }
}
