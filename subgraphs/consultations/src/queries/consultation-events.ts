/** The consultations' part of the event log from a cursor on, each event with the cursor that goes on after it. */
import { encodeCursor, type Cursor } from '@huizhen/platform/events/cursor';
import { eventsAfter } from '@huizhen/platform/events/event-stream';
import type { LoggedEvent } from '@huizhen/platform/events/logged-event';
import type { ConsultationTransition } from '@huizhen/schema/events';
import { timelineEvents, type TimelineEvent } from '../domain/timeline-event.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export interface ConsultationEvent {
  readonly cursor: string;
  readonly at: Date;
  readonly event: TimelineEvent;
  readonly transition: ConsultationTransition;
}

/** Those that are there already come together, in order. */
export async function* consultationEvents(
  { log, signal }: ConsultationsContext,
  from: Cursor,
): AsyncGenerator<readonly ConsultationEvent[]> {
  // Skipped here and not by the stream, because every cursor on the way has to name those that are still to come.
  const seen = new Set(from.seen);
  for await (const stretch of eventsAfter(log, from.position, signal)) {
    const events = stretch.flatMap((event) => {
      if (seen.delete(event.id) || !isOfConsultation(event)) return [];
      const cursor = encodeCursor({ position: event.position, seen: [...seen] });
      return [{ cursor, at: event.at, event: event.type, transition: event.payload }];
    });
    if (events.length > 0) yield events;
  }
}

function isOfConsultation(event: LoggedEvent): event is LoggedEvent<TimelineEvent> {
  const known: readonly string[] = timelineEvents;
  return known.includes(event.type);
}
