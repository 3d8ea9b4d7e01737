/**
 * One stream of one subgraph for all subscribers who stand at the same place of the same subscription.
 *
 * What holds: every subscriber of a feed has been handed exactly the events up to `place`. The events after a place follow from
 * the subscription, the rights and the place alone. So two feeds at one place may become one, a feed that lost its stream
 * goes on from its place, and whoever lags gets a feed of their own: nothing is missed and nothing comes twice.
 */
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import { backoffMs } from './backoff.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import { liveLimits } from './live-limits.ts';
import { refusalText } from './result-text.ts';
import { UpstreamInterrupted, UpstreamRefused, type Place } from './upstream.ts';

/** What happened on the stream; a cursor of null leaves the place as it is. */
export interface FeedEvent {
  readonly cursor: string | null;
  /** Null when there is nothing to tell. */
  readonly delivery: Delivery | null;
}

export interface FeedGroup {
  readonly resumable: boolean;
  /** Whose stream it is. */
  readonly service: string;
  /** @throws UpstreamRefused when the subgraph ended it; anything else means that it was lost. */
  follow(place: Place): AsyncIterable<FeedEvent>;
  /** The feed has moved to a new place: others may stand there. */
  moved(feed: LiveFeed, from: string | null): void;
  /** This subscriber goes on alone from the feed's place. */
  separate(subscriber: Deliveries, place: string): void;
  ended(feed: LiveFeed): void;
  /** An event is about to be told. */
  telling(): void;
  resubscribed(): void;
}

const BROKEN_MOST = 3;

export class LiveFeed {
  place: string | null;
  readonly subscribers = new Set<Deliveries>();
  private readonly group: FeedGroup;
  private readonly stopping = new AbortController();
  /** Ends the present stream, so that the next begins at the place. */
  private stream = new AbortController();
  private renewing = false;
  /** Since when there is no stream; null while there is one. */
  private lostAt: number | null = null;
  private startedAt = 0;
  private begun: boolean;
  private attempts = 0;

  /** @param begun its subscribers have been sent something already */
  constructor(group: FeedGroup, place: string | null, begun = false) {
    this.group = group;
    this.place = place;
    this.begun = begun;
  }

  /** Not while its one subscriber lags, or whoever joins would wait with them. */
  get joinable(): boolean {
    return !this.over && !this.isFull();
  }

  get over(): boolean {
    return this.stopping.signal.aborted;
  }

  add(subscriber: Deliveries): void {
    this.subscribers.add(subscriber);
  }

  /** True when the subscriber was one of this feed's. */
  leave(subscriber: Deliveries): boolean {
    if (!this.subscribers.delete(subscriber)) return false;
    if (this.subscribers.size === 0) this.stop();
    return true;
  }

  /** Everybody here moves over to another feed at the same place. */
  joinInto(other: LiveFeed): void {
    for (const subscriber of this.subscribers) other.add(subscriber);
    this.subscribers.clear();
    this.stop();
  }

  /** Its stream is asked for anew from its place, as a new version of the graph wants it. */
  renew(): void {
    this.renewing = true;
    this.stream.abort();
  }

  /** Everybody is told why, and leaves. */
  end(text: string): void {
    const everybody = [...this.subscribers];
    this.subscribers.clear();
    this.stop();
    for (const subscriber of everybody) subscriber.end({ text, stateOf: null });
  }

  /** Runs until nobody is left. */
  async run(): Promise<void> {
    while (!this.over) {
      try {
        await this.roomForMore();
        await this.followOnce();
      } catch (error) {
        if (this.over) return;
        if (this.renewing) this.renewing = false;
        else await this.recover(error);
      }
    }
  }

  private stop(): void {
    if (this.over) return;
    this.stopping.abort();
    this.stream.abort();
    this.group.ended(this);
  }

  private async followOnce(): Promise<void> {
    // While there was no room, everybody may have gone.
    if (this.over) return;
    this.renewing = false;
    this.startedAt = performance.now();
    const stream = new AbortController();
    this.stream = stream;
    const place = { after: this.place, acceptBroken: this.attempts >= BROKEN_MOST, signal: stream.signal };
    for await (const event of this.group.follow(place)) {
      // What arrives after the stream was given up comes again on the next one, or came on another.
      if (stream.signal.aborted) return;
      this.hand(event);
      // What was read together comes in one breath; connections need theirs to send it.
      await breath();
      if (!this.isFull()) continue;
      // Before it is left: a stream that waits for its next event would not hear of it otherwise.
      stream.abort();
      return;
    }
  }

  private hand({ cursor, delivery }: FeedEvent): void {
    this.begun = true;
    this.attempts = 0;
    this.lostAt = null;
    if (delivery) this.tell(delivery);
    if (cursor === null || cursor === this.place) return this.separateLagging();
    const from = this.place;
    this.place = cursor;
    this.separateLagging();
    this.group.moved(this, from);
  }

  private tell(delivery: Delivery): void {
    this.group.telling();
    for (const subscriber of this.subscribers) subscriber.push(delivery);
  }

  private separateLagging(): void {
    for (const subscriber of this.subscribers) {
      if (this.subscribers.size === 1) return;
      if (!subscriber.full || this.place === null) continue;
      this.subscribers.delete(subscriber);
      this.group.separate(subscriber, this.place);
    }
  }

  private isFull(): boolean {
    const [only] = this.subscribers;
    return this.subscribers.size === 1 && only !== undefined && only.full;
  }

  /** Meanwhile the event log keeps what comes. */
  private async roomForMore(): Promise<void> {
    const [only] = this.subscribers;
    if (!only || !this.isFull()) return;
    if (!this.group.resumable) return only.stall();
    for (let taken = -1; this.isFull(); taken = only.taken) {
      if (only.taken === taken) return only.stall();
      await roomWithin(only, liveLimits.stalledSeconds);
    }
  }

  private async recover(reason: unknown): Promise<void> {
    if (reason instanceof UpstreamRefused) return this.end(refusalText(...reason.errors));
    if (reason instanceof UpstreamInterrupted && !this.begun) return this.end(refusalText(...reason.errors));
    this.noteLoss(performance.now());
    const patience = this.begun ? liveLimits.lostSeconds : liveLimits.unbegunSeconds;
    const lost = !this.group.resumable && this.begun;
    if (lost || performance.now() - (this.lostAt ?? 0) > patience * 1_000)
      return this.end(refusalText(new UpstreamUnavailable(this.group.service)));
    await pause(backoffMs(this.attempts, Math.random()), null, { signal: this.stopping.signal }).catch(() => undefined);
    this.attempts += 1;
    if (!this.over) this.group.resubscribed();
  }

  /** A stream that held for a while had begun, though nothing may have happened on it. */
  private noteLoss(now: number): void {
    if (now - this.startedAt > liveLimits.unbegunSeconds * 1_000) {
      this.begun = true;
      this.attempts = 0;
      this.lostAt = null;
    }
    this.lostAt ??= now;
  }
}

async function roomWithin(subscriber: Deliveries, seconds: number): Promise<void> {
  const found = new AbortController();
  const patience = pause(seconds * 1_000, null, { signal: found.signal }).catch(() => undefined);
  await Promise.race([subscriber.room(), patience]);
  found.abort();
}
