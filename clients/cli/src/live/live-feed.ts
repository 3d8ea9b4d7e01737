/** One subscription that survives lost lines: it opens again after its last cursor, and notices what comes twice. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { PlatformRefusal } from '../platform-refusal.ts';
import { EventInbox, type Received } from './event-inbox.ts';
import { finalRefusal, lostForGood, troubleInWords } from './line-trouble.ts';

export interface FeedSource<Event> {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Throws when the event is not what the contract says. */
  readonly parse: (data: unknown) => Event;
  /** Equal for one event that is delivered twice. */
  readonly keyOf: (event: Event) => string;
}

export interface FeedOptions<Event> {
  /** The feed's own: it is closed with it. */
  readonly client: Client;
  readonly after: string | undefined;
  readonly nowMs: () => number;
  /** How long a lost line may stay lost. */
  readonly patienceMs: number;
  readonly onEvent: (event: Event) => void;
  readonly onNotice: (notice: string) => void;
}

const betweenTriesMs = 300;
/** A line that held so long is a good one, even if nothing came over it. */
const steadyAfterMs = 2_000;

export class LiveFeed<Event extends { readonly cursor: string }> {
  readonly name: string;
  reopened = 0;
  private readonly source: FeedSource<Event>;
  private readonly options: FeedOptions<Event>;
  private readonly inbox: EventInbox<Event>;
  /** The last event that arrived, used or not: a lost line is opened again after it. */
  private last: string | undefined;
  private lostAtMs: number | undefined;
  private closed = false;
  private unsubscribe: () => void = () => undefined;

  constructor(source: FeedSource<Event>, options: FeedOptions<Event>) {
    this.name = source.name;
    this.source = source;
    this.options = options;
    this.last = options.after;
    this.inbox = new EventInbox(source.name, options.after);
    void this.keepOpen();
  }

  get taken(): string | undefined {
    return this.inbox.taken;
  }

  get duplicates(): number {
    return this.inbox.duplicates;
  }

  /** The first event not yet taken that matches, arrived or to come; those before it count as taken too. */
  take(matches: (event: Event) => boolean, withinMs: number): Promise<Received<Event>> {
    return this.inbox.take(matches, withinMs);
  }

  close(): void {
    this.closed = true;
    this.unsubscribe();
    void this.options.client.dispose();
  }

  private async keepOpen(): Promise<void> {
    while (!this.closed) {
      const openedAtMs = this.options.nowMs();
      const trouble = await this.untilLost();
      if (this.closed) return;
      if (this.options.nowMs() - openedAtMs > steadyAfterMs) this.lostAtMs = undefined;
      const failure = finalRefusal(trouble) ?? this.lostForGood(trouble);
      if (failure !== undefined) return this.inbox.fail(failure);
      this.noticeLoss(trouble);
      await pause(betweenTriesMs);
    }
  }

  private lostForGood(trouble: unknown): Error | undefined {
    const { nowMs, patienceMs } = this.options;
    const isTooLong = this.lostAtMs !== undefined && nowMs() - this.lostAtMs > patienceMs;
    return isTooLong ? lostForGood(this.name, trouble) : undefined;
  }

  /** Once for each time that the line is lost, however many tries it takes. */
  private noticeLoss(trouble: unknown): void {
    if (this.lostAtMs !== undefined) return;
    this.lostAtMs = this.options.nowMs();
    this.reopened += 1;
    const what = `断线，重连 line lost, opening again after the last event (${troubleInWords(trouble)})`;
    this.options.onNotice(`${this.name}: ${what}`);
  }

  /** Resolves with what ended the subscription. */
  private untilLost(): Promise<unknown> {
    return new Promise((resolve) => {
      const { document: query, variables } = this.source;
      const payload = { query, variables: { ...variables, after: this.last ?? null } };
      this.unsubscribe = this.options.client.subscribe<unknown>(payload, {
        next: ({ data, errors }) => {
          if (errors === undefined) return this.accept(data);
          resolve(PlatformRefusal.of(errors));
          this.unsubscribe();
        },
        error: (error) => resolve(PlatformRefusal.of(error) ?? error),
        complete: () => resolve(undefined),
      });
    });
  }

  private accept(data: unknown): void {
    try {
      this.keep(this.source.parse(data));
    } catch (error) {
      this.inbox.fail(error instanceof Error ? error : new Error(String(error)));
      this.close();
    }
  }

  private keep(event: Event): void {
    this.last = event.cursor;
    this.lostAtMs = undefined;
    const isNew = this.inbox.put({ event, atMs: this.options.nowMs() }, this.source.keyOf(event));
    if (isNew) this.options.onEvent(event);
    else this.options.onNotice(`${this.name}: 重复的事件！THE SAME EVENT CAME TWICE (cursor ${event.cursor})`);
  }
}
