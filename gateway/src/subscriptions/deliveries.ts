/** What waits to be sent to one subscriber: bounded, and read at the pace of their connection. */
import { liveLimits } from './live-limits.ts';

/** One result, as the JSON text that every subscriber of it is sent. */
export interface Delivery {
  readonly text: string;
  /** What it tells the newest state of: an older delivery of the same that still waits tells nothing more. */
  readonly stateOf: string | null;
}

export interface DeliveriesOptions {
  /** Adds to the text of the first delivery what this subscriber alone is told. */
  readonly markFirst?: ((text: string) => string) | undefined;
  /** The subscriber has gone, or everything has been read. */
  onEnd(): void;
  /** So many were left out, since newer states are waiting. */
  onCoalesced(count: number): void;
  /** The subscriber reads nothing at all any more: the connection has to go. */
  onStalled(): void;
}

export class Deliveries implements AsyncIterableIterator<string> {
  /** How many have been read. */
  taken = 0;
  private readonly options: DeliveriesOptions;
  private mark: DeliveriesOptions['markFirst'];
  private waiting: Delivery[] = [];
  private characters = 0;
  private ended = false;
  private over = false;
  private asked: ((result: IteratorResult<string, undefined>) => void) | null = null;
  private roomMade: (() => void) | null = null;

  constructor(options: DeliveriesOptions) {
    this.options = options;
    this.mark = options.markFirst;
  }

  /** Nothing more is taken until some of it has been read. One delivery always fits, however large. */
  get full(): boolean {
    return this.waiting.length >= liveLimits.waitingEvents || this.characters >= liveLimits.waitingCharacters;
  }

  push(delivery: Delivery): void {
    if (this.ended) return;
    if (this.asked) return this.answer(delivery.text);
    this.waiting.push(delivery);
    this.characters += delivery.text.length;
    if (this.full) this.leaveOutOldStates();
  }

  /** Nothing follows; what waits is still sent. */
  end(last?: Delivery): void {
    if (last) this.push(last);
    this.ended = true;
    this.makeRoom();
    if (this.waiting.length === 0) this.finish();
  }

  /** Nothing follows but this; what waits is not sent any more. */
  cut(last: Delivery): void {
    if (this.ended) return;
    this.waiting = [];
    this.characters = 0;
    this.end(last);
  }

  stall(): void {
    this.options.onStalled();
    this.finish();
  }

  /** Resolves when half of what waits has been read, or nobody reads any more. */
  room(): Promise<void> {
    if (this.over || !this.full) return Promise.resolve();
    return new Promise((resolve) => (this.roomMade = resolve));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<string, undefined>> {
    const first = this.take();
    if (first !== null) return Promise.resolve({ done: false, value: first });
    if (this.ended) this.finish();
    if (this.over) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => (this.asked = resolve));
  }

  return(): Promise<IteratorResult<string, undefined>> {
    this.finish();
    return Promise.resolve({ done: true, value: undefined });
  }

  private answer(text: string): void {
    const { asked } = this;
    this.asked = null;
    asked?.({ done: false, value: this.marked(text) });
  }

  private marked(text: string): string {
    const mark = this.mark;
    this.mark = undefined;
    return mark ? mark(text) : text;
  }

  private take(): string | null {
    const first = this.waiting.shift();
    if (!first) return null;
    this.characters -= first.text.length;
    this.taken += 1;
    const { waitingEvents, waitingCharacters } = liveLimits;
    if (this.waiting.length <= waitingEvents / 2 && this.characters <= waitingCharacters / 2) this.makeRoom();
    return this.marked(first.text);
  }

  /** Only for whoever lags: a client that keeps up is told every change. */
  private leaveOutOldStates(): void {
    const { waiting } = this;
    const newest = new Map(waiting.map((delivery) => [delivery.stateOf, delivery]));
    this.waiting = waiting.filter((delivery) => delivery.stateOf === null || newest.get(delivery.stateOf) === delivery);
    this.characters = this.waiting.reduce((sum, { text }) => sum + text.length, 0);
    if (this.waiting.length < waiting.length) this.options.onCoalesced(waiting.length - this.waiting.length);
  }

  private makeRoom(): void {
    this.roomMade?.();
    this.roomMade = null;
  }

  private finish(): void {
    if (this.over) return;
    this.over = true;
    this.ended = true;
    this.waiting = [];
    this.makeRoom();
    this.asked?.({ done: true, value: undefined });
    this.asked = null;
    this.options.onEnd();
  }
}
