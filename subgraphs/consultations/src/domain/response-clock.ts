/** The response clock: by when a first answer is due, stored as a deadline at approval. */
import type { Urgency } from './consultation-status.ts';

/** Minutes to the first response; institutions may set their own. */
export interface ResponseClockSettings {
  readonly minutes: Readonly<Record<Urgency, number>>;
  /** Work that was booked for later. */
  readonly scheduledMinutes: number;
}

export const defaultResponseClock: ResponseClockSettings = {
  minutes: { CRITICAL: 5, URGENT: 10, ROUTINE: 15 },
  scheduledMinutes: 24 * 60,
};

export interface ClockedRequest {
  readonly urgency: Urgency;
  readonly scheduled?: boolean;
}

export function respondBy(request: ClockedRequest, from: Date, settings = defaultResponseClock): Date {
  const minutes = request.scheduled === true ? settings.scheduledMinutes : settings.minutes[request.urgency];
  return new Date(from.getTime() + minutes * 60_000);
}
