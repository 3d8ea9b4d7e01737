/** Takes events as they come, for tests that wait for one of them. */
import { expect } from 'vitest';

export class Collected<Event> {
  readonly events: Event[] = [];
  /** How the iteration ended; undefined while it goes on. */
  readonly ended: Promise<unknown>;

  constructor(source: AsyncIterable<Event>) {
    this.ended = this.collect(source);
  }

  async until(matches: (event: Event) => boolean): Promise<Event> {
    await expect.poll(() => this.events.some(matches), { timeout: 20_000, interval: 20 }).toBe(true);
    const [found] = this.events.filter(matches);
    if (found === undefined) throw new Error('It came and went.');
    return found;
  }

  private async collect(source: AsyncIterable<Event>): Promise<unknown> {
    try {
      for await (const event of source) this.events.push(event);
      return 'done';
    } catch (error) {
      return error;
    }
  }
}
