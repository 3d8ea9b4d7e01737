/** Weekly hours of duty, and the shifts that they make on the calendar. */
import type { Shift } from './candidate.ts';

/** One weekly stretch, Asia/Shanghai; one that ends at or before its start ends on the next day. */
export interface DutyHours {
  /** 1 is Monday, 7 is Sunday */
  readonly weekday: number;
  /** HH:MM */
  readonly from: string;
  /** HH:MM */
  readonly until: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Asia/Shanghai has had no summer time since 1991. */
const shanghaiOffset = 8 * 60 * minute;

/** The shifts that touch the time between two moments. */
export function shiftsWithin(hours: readonly DutyHours[], from: Date, to: Date): Shift[] {
  const shifts: Shift[] = [];
  for (let midnight = localMidnight(from) - day; midnight < to.getTime(); midnight += day) {
    for (const one of hours) if (one.weekday === weekdayAt(midnight)) shifts.push(shiftOn(midnight, one));
  }
  return shifts.filter((shift) => shift.to > from && shift.from < to);
}

/** Of the day in Shanghai that the moment falls on. */
function localMidnight(moment: Date): number {
  return Math.floor((moment.getTime() + shanghaiOffset) / day) * day - shanghaiOffset;
}

/** 1970-01-01 was a Thursday. */
function weekdayAt(midnight: number): number {
  return (((midnight + shanghaiOffset) / day + 3) % 7) + 1;
}

function shiftOn(midnight: number, { from, until }: DutyHours): Shift {
  const start = midnight + minutesOf(from) * minute;
  const end = midnight + minutesOf(until) * minute;
  return { from: new Date(start), to: new Date(end > start ? end : end + day) };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
