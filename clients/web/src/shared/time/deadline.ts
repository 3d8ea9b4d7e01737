/** How a deadline stands: how much is left or over, and whether it is time to hurry. */
export type Pressure = 'calm' | 'soon' | 'over';

export interface Deadline {
  readonly seconds: number;
  readonly pressure: Pressure;
}

/** Amber in the last third of the whole time, red after; without a known start, the last five minutes are the last third. */
export function deadlineAt(now: number, dueAt: string, startedAt?: string | null): Deadline {
  const left = (Date.parse(dueAt) - now) / 1000;
  if (left < 0) return { seconds: -left, pressure: 'over' };
  const whole = startedAt ? (Date.parse(dueAt) - Date.parse(startedAt)) / 1000 : 900;
  return { seconds: left, pressure: left <= whole / 3 ? 'soon' : 'calm' };
}
