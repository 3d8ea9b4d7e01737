/** An event as it stands in the log, in the order in which everyone sees it. */
import { eventPayloads, type EventPayload, type EventType } from '@huizhen/schema/events';
import { z } from 'zod';

export type LoggedEvent<T extends EventType = EventType> = {
  [K in T]: {
    readonly id: string;
    /** Its place in the one order that all readers share; grows, never changes. */
    readonly position: bigint;
    readonly type: K;
    readonly at: Date;
    readonly payload: EventPayload<K>;
  };
}[T];

const row = z.object({
  id: z.uuid(),
  position: z.coerce.bigint(),
  type: z.string(),
  at: z.coerce.date(),
  payload: z.unknown(),
});

function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventPayloads, type);
}

/** Parses a row of the log; null for a type this version does not know (a newer process wrote it). */
export function toLoggedEvent(value: unknown): LoggedEvent | null {
  const { type, payload, ...rest } = row.parse(value);
  if (!isEventType(type)) return null;
  return { ...rest, type, payload: eventPayloads[type].parse(payload) } as LoggedEvent;
}
