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
  readonly client: Client;
  readonly after: string | undefined;
  readonly nowMs: () => number;
  /** How long a lost line may stay lost. */
  readonly patienceMs: number;
  readonly onEvent: (event: Event) => void;
  readonly onNotice: (notice: string) => void;
}

const betweenTriesMs = 300;

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
  }

  private async keepOpen(): Promise<void> {
    for (;;) {
      const trouble = await this.untilLost();
      if (this.closed) return;
      const { nowMs, patienceMs, onNotice } = this.options;
      this.lostAtMs ??= nowMs();
      const isLostForGood = nowMs() - this.lostAtMs > patienceMs;
      const failure = finalRefusal(trouble) ?? (isLostForGood ? lostForGood(this.name, trouble) : undefined);
      if (failure !== undefined) return this.inbox.fail(failure);
      this.reopened += 1;
      onNotice(`${this.name}: 断线，重连 line lost, opening again after the last event (${troubleInWords(trouble)})`);
      await pause(betweenTriesMs);
    }
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
