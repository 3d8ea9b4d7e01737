/** Events that have arrived and that no step has used yet, each once. */
import { EventEmitter, once } from 'node:events';
import { StepFailed } from '../step-failed.ts';

export interface Received<Event> {
  readonly event: Event;
  /** By the clock of the run. */
  readonly atMs: number;
}

export class EventInbox<Event extends { readonly cursor: string }> {
  duplicates = 0;
  /** The last event that `take` has handed out: a run that is killed and resumed goes on after it. */
  taken: string | undefined;
  private readonly feed: string;
  private readonly untaken: Received<Event>[] = [];
  private readonly seen = new Set<string>();
  private readonly news = new EventEmitter();
  private failure: Error | undefined;

  constructor(feed: string, after: string | undefined) {
    this.feed = feed;
    this.taken = after;
  }

  /** False when an event of this key is here already. */
  put(received: Received<Event>, key: string): boolean {
    if (this.seen.has(key)) {
      this.duplicates += 1;
      return false;
    }
    this.seen.add(key);
    this.untaken.push(received);
    this.news.emit('news');
    return true;
  }

  /** No more will come: whoever waits is told why. */
  fail(failure: Error): void {
    this.failure = failure;
    this.news.emit('news');
  }

  /** The first event not yet taken that matches, arrived or to come; those before it count as taken too. */
  async take(matches: (event: Event) => boolean, withinMs: number): Promise<Received<Event>> {
    const deadline = AbortSignal.timeout(withinMs);
    for (;;) {
      const found = this.takeArrived(matches);
      if (found !== undefined) return found;
      if (this.failure !== undefined) throw this.failure;
      await once(this.news, 'news', { signal: deadline }).catch(() => {
        throw new StepFailed(`事件没有来 The event did not come on ${this.feed} within ${withinMs / 1_000} s.`);
      });
    }
  }

  private takeArrived(matches: (event: Event) => boolean): Received<Event> | undefined {
    const place = this.untaken.findIndex(({ event }) => matches(event));
    const found = this.untaken[place];
    if (found === undefined) return undefined;
    this.untaken.splice(0, place + 1);
    this.taken = found.event.cursor;
    return found;
  }
}
