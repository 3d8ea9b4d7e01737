/** One subscription that survives lost lines: it opens again after its last cursor, and notices what comes twice. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { PlatformRefusal } from '../platform-refusal.ts';
import { StepFailed } from '../step-failed.ts';

export interface FeedSource<Event> {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Throws when the event is not what the contract says. */
  readonly parse: (data: unknown) => Event;
  /** Equal for one event that is delivered twice. */
  readonly keyOf: (event: Event) => string;
}

export interface Received<Event> {
  readonly event: Event;
  /** By the clock that the feed was given. */
  readonly atMs: number;
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

/** The platform's passing troubles: the subscription is simply opened again. */
const passing = new Set(['UPSTREAM_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL', 'UNAUTHENTICATED']);
const betweenTriesMs = 300;

export class LiveFeed<Event extends { readonly cursor: string }> {
  readonly name: string;
  /** The last event that `take` has handed out: a run that is killed and resumed goes on after it. */
  taken: string | undefined;
  duplicates = 0;
  reopened = 0;
  private readonly source: FeedSource<Event>;
  private readonly options: FeedOptions<Event>;
  private readonly untaken: Received<Event>[] = [];
  private readonly seen = new Set<string>();
  private readonly news = new EventEmitter();
  private last: string | undefined;
  private failure: unknown;
  private closed = false;
  private unsubscribe: () => void = () => undefined;

  constructor(source: FeedSource<Event>, options: FeedOptions<Event>) {
    this.name = source.name;
    this.source = source;
    this.options = options;
    this.last = options.after;
    this.taken = options.after;
    void this.keepOpen();
  }

  /** The first event not yet taken that matches, arrived or to come; those before it count as taken too. */
  async take(matches: (event: Event) => boolean, withinMs: number): Promise<Received<Event>> {
    const deadline = AbortSignal.timeout(withinMs);
    for (;;) {
      const place = this.untaken.findIndex(({ event }) => matches(event));
      const found = this.untaken[place];
      if (found !== undefined) {
        this.untaken.splice(0, place + 1);
        this.taken = found.event.cursor;
        return found;
      }
      if (this.failure !== undefined) throw this.failure;
      await once(this.news, 'news', { signal: deadline }).catch(() => {
        throw new StepFailed(`事件没有来 The event did not come on ${this.name} within ${withinMs / 1_000} s.`);
      });
    }
  }

  close(): void {
    this.closed = true;
    this.unsubscribe();
  }

  private async keepOpen(): Promise<void> {
    let lostAt: number | undefined;
    while (!this.closed && this.failure === undefined) {
      const before = this.last;
      const trouble = await this.untilLost();
      if (this.closed || this.failure !== undefined) return;
      if (this.last !== before) lostAt = undefined;
      lostAt ??= this.options.nowMs();
      if (isFinal(trouble)) return this.fail(trouble);
      if (this.options.nowMs() - lostAt > this.options.patienceMs) return this.fail(lostForGood(this.name, trouble));
      this.reopened += 1;
      this.options.onNotice(
        `${this.name}: 断线，从上一事件之后重连 line lost, opening again after the last event (${inWords(trouble)})`,
      );
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
      this.fail(error);
      this.close();
    }
  }

  private keep(event: Event): void {
    const key = this.source.keyOf(event);
    this.last = event.cursor;
    if (this.seen.has(key)) {
      this.duplicates += 1;
      return this.options.onNotice(`${this.name}: 重复的事件！THE SAME EVENT CAME TWICE (cursor ${event.cursor})`);
    }
    this.seen.add(key);
    this.untaken.push({ event, atMs: this.options.nowMs() });
    this.options.onEvent(event);
    this.news.emit('news');
  }

  private fail(error: unknown): void {
    this.failure = error;
    this.news.emit('news');
  }
}

function isFinal(trouble: unknown): boolean {
  return trouble instanceof PlatformRefusal && !passing.has(trouble.code);
}

function lostForGood(name: string, trouble: unknown): StepFailed {
  return new StepFailed(`订阅连不上 The subscription ${name} cannot be opened again (${inWords(trouble)}).`);
}

function inWords(trouble: unknown): string {
  if (trouble instanceof Error) return trouble.message;
  if (typeof trouble !== 'object' || trouble === null) return 'ended by the platform';
  const code = 'code' in trouble ? String(trouble.code) : '';
  const reason = 'reason' in trouble ? String(trouble.reason) : '';
  return `socket closed ${code} ${reason}`.trim();
}
