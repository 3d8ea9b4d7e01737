/** Equal subscriptions of equal rights: they share the streams of subgraphs and the completion of every event. */
import type { ExecutionResult } from 'graphql';
import type { LRUCache } from 'lru-cache';
import type { Deliveries } from './deliveries.ts';
import { enrichEvent, type EventSources } from './enrich-event.ts';
import { inOrder } from './in-order.ts';
import type { LiveCall } from './live-call.ts';
import { LiveFeed, type FeedEvent, type FeedGroup } from './live-feed.ts';
import type { LiveMetrics } from './live-metrics.ts';
import type { LivePlan } from './live-plan.ts';
import { openedAt, upstream, type Place } from './upstream.ts';

/** So many events of one stream are completed at once. */
const AHEAD = 8;

/** Completed events, for a moment: those who stand at other places of the same subscription meet the same event. */
export type CompletedEvents = LRUCache<string, Promise<string>>;

export interface GroupOptions extends EventSources {
  readonly completed: CompletedEvents;
  readonly metrics: LiveMetrics;
  /** Does the work for one event, seen from outside as a trace of its own. */
  observed(work: () => Promise<string>): Promise<string>;
  onEmpty(): void;
  onTelling(): void;
}

export class EqualSubscriptions implements FeedGroup {
  readonly call: LiveCall;
  private readonly key: string;
  private readonly options: GroupOptions;
  private readonly feeds = new Set<LiveFeed>();
  private readonly standingAt = new Map<string, LiveFeed>();
  private plan: LivePlan;

  constructor(key: string, subscription: { plan: LivePlan; call: LiveCall }, options: GroupOptions) {
    this.key = key;
    this.plan = subscription.plan;
    this.call = subscription.call;
    this.options = options;
  }

  get resumable(): boolean {
    return this.plan.upstream.resumable;
  }

  get service(): string {
    return this.plan.primary.serviceName;
  }

  join(subscriber: Deliveries, place: string | null): void {
    const there = place === null ? undefined : this.standingAt.get(place);
    if (there) there.add(subscriber);
    else this.begin(subscriber, new LiveFeed(this, place));
  }

  leave(subscriber: Deliveries): void {
    for (const feed of this.feeds) if (feed.leave(subscriber)) return;
  }

  separate(subscriber: Deliveries, place: string): void {
    this.begin(subscriber, new LiveFeed(this, place, true));
  }

  moved(feed: LiveFeed, from: string | null): void {
    if (from !== null && this.standingAt.get(from) === feed) this.standingAt.delete(from);
    if (feed.place === null || !feed.joinable) return;
    const there = this.standingAt.get(feed.place);
    if (there && there !== feed) feed.joinInto(there);
    else this.standingAt.set(feed.place, feed);
  }

  ended(feed: LiveFeed): void {
    this.feeds.delete(feed);
    this.options.metrics.upstreams.dec();
    if (feed.place !== null && this.standingAt.get(feed.place) === feed) this.standingAt.delete(feed.place);
    if (this.feeds.size === 0) this.options.onEmpty();
  }

  telling(): void {
    this.options.onTelling();
  }

  resubscribed(): void {
    this.options.metrics.resubscribed.inc();
  }

  /** The next event is completed by the new plan; the stream is asked for anew only where it is asked for otherwise. */
  adopt(plan: LivePlan): void {
    const before = this.plan;
    this.plan = plan;
    const same =
      before.upstream.query === plan.upstream.query && before.primary.serviceName === plan.primary.serviceName;
    if (!same) for (const feed of this.feeds) feed.renew();
  }

  end(text: string): void {
    for (const feed of this.feeds) feed.end(text);
  }

  follow(place: Place): AsyncIterable<FeedEvent> {
    const { plan, call, options } = this;
    // A snapshot and the event before it have one cursor, so what a fresh stream begins with is known by all that it says.
    let fresh = place.after === null;
    const complete = (event: ExecutionResult) => {
      const opened = openedAt(event);
      if (opened !== null) return Promise.resolve({ cursor: opened, delivery: null });
      const first = fresh;
      fresh = false;
      return this.complete(event, first);
    };
    return inOrder(upstream(options, { plan, call }, place), complete, AHEAD);
  }

  private async complete(event: ExecutionResult, fresh: boolean): Promise<FeedEvent> {
    const { plan, call, options } = this;
    const { cursor, stateOf } = plan.upstream.placed(event.data ?? {});
    const enrich = () => {
      options.metrics.completed.inc();
      return options.observed(() => enrichEvent(options, { plan, call }, event));
    };
    const text = cursor === null ? await enrich() : await this.once(fresh ? JSON.stringify(event) : cursor, enrich);
    return { cursor, delivery: { text, stateOf } };
  }

  private once(event: string, enrich: () => Promise<string>): Promise<string> {
    const { completed } = this.options;
    const key = `${this.plan.version.number} ${this.key} ${event}`;
    const known = completed.get(key);
    if (known) return known;
    const text = enrich();
    completed.set(key, text);
    text.catch(() => completed.delete(key));
    return text;
  }

  private begin(subscriber: Deliveries, feed: LiveFeed): void {
    feed.add(subscriber);
    this.feeds.add(feed);
    this.options.metrics.upstreams.inc();
    if (feed.place !== null && !this.standingAt.has(feed.place) && feed.joinable) this.standingAt.set(feed.place, feed);
    void feed.run();
  }
}
