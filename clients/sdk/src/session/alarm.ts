/** Rings once at a time of the machine's clock, however far away. */
import type { Machine } from '../machine.ts';

/** The longest that a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;

export class Alarm {
  private readonly machine: Pick<Machine, 'now'>;
  private readonly ring: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(machine: Pick<Machine, 'now'>, ring: () => void) {
    this.machine = machine;
    this.ring = ring;
  }

  /** Instead of what it was set to before. */
  set(at: number): void {
    this.stop();
    const left = Math.max(at - this.machine.now(), 0);
    this.timer = setTimeout(() => (left > LONGEST_MS ? this.set(at) : this.ring()), Math.min(left, LONGEST_MS));
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
