/** Demo data is told relative to a moment that is passed in, so that it is always fresh and a test can fix it. */

const minute = 60_000;
const day = 24 * 60 * minute;

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * minute);
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * day);
}

/** YYYY-MM-DD in UTC */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
