/** The newest events in memory, so that a thousand readers of one event cost one read of the database. */
import type { Stretch } from './event-log.ts';
import type { LoggedEvent } from './logged-event.ts';

export class RecentEvents {
  private events: LoggedEvent[] = [];
  /** Everything after this place is in memory, up to `upTo`. */
  private from: bigint;
  upTo: bigint;
  private readonly capacity: number;

  constructor(position: bigint, capacity: number) {
    this.from = position;
    this.upTo = position;
    this.capacity = capacity;
  }

  add(events: readonly LoggedEvent[], upTo: bigint): void {
    this.events.push(...events);
    this.upTo = upTo;
    const surplus = this.events.length - this.capacity;
    if (surplus <= 0) return;
    const dropped = this.events.splice(0, surplus).at(-1);
    if (dropped) this.from = dropped.position;
  }

  /** The stretch after a place, or null when memory does not reach back that far. */
  after(position: bigint, limit: number): Stretch | null {
    if (position < this.from) return null;
    const start = this.firstAfter(position);
    if (start === this.events.length) return { events: [], upTo: this.upTo };
    const events = this.events.slice(start, start + limit);
    const last = events.at(-1);
    const whole = start + limit >= this.events.length;
    return { events, upTo: whole || !last ? this.upTo : last.position };
  }

  /** By halves: thousands of readers stand near the end, and each new event makes all of them look. */
  private firstAfter(position: bigint): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const event = this.events[middle];
      if (event && event.position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
