/** The platform's time, learnt from the Date header of its answers: a device's own clock may be minutes off. */
import type { Machine } from './machine.ts';

export class ServerClock {
  // The offset lies between these: a header has whole seconds, and was written between sending and receiving.
  private least = -Infinity;
  private most = Infinity;
  private readonly machine: Pick<Machine, 'now'>;

  constructor(machine: Pick<Machine, 'now'>) {
    this.machine = machine;
  }

  /** Milliseconds since 1970; the device's own time until the platform has answered. */
  now(): number {
    const known = Number.isFinite(this.least) && Number.isFinite(this.most);
    return this.machine.now() + (known ? (this.least + this.most) / 2 : 0);
  }

  /** @param date of an answer; null where a page may not read it @internal */
  learn(date: string | null, sentAt: number): void {
    const written = Date.parse(date ?? '');
    if (Number.isNaN(written)) return;
    const least = written - this.machine.now();
    const most = written + 1_000 - sentAt;
    const agrees = least <= this.most && most >= this.least;
    // Where it does not, somebody has set the device's clock.
    this.least = agrees ? Math.max(least, this.least) : least;
    this.most = agrees ? Math.min(most, this.most) : most;
  }
}
