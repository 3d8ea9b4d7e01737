/** How the live line stands, for a page to show: live, being mended, or away. */
import type { Machine } from '../machine.ts';

export type ConnectionState = 'live' | 'reconnecting' | 'offline';

export interface Standing {
  /** Live as well while nothing is watched, as far as one knows. */
  readonly state: ConnectionState;
  /** By this machine's clock; a loss counts from its beginning, however the tries go. */
  readonly since: number;
  /** Whether a line was opened at all, for somebody who watches. */
  readonly watched: boolean;
}

/** So many tries in vain are not a stumble any more. */
const OFFLINE_AFTER = 3;
/** From one page to the next nothing is watched for a moment, which is no news. */
const LINGER_MS = 1_000;

/** What a browser's window has, and Node has not. */
type Window = Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>> & {
  readonly navigator?: Partial<Pick<Navigator, 'onLine'>>;
};

export class Connection {
  /** Called when the device says that it has no network any more. @internal */
  onCutOff: () => void = () => undefined;
  private readonly held = new Set<object>();
  private readonly lost = new Map<object, number>();
  private readonly listeners = new Set<(state: ConnectionState) => void>();
  private readonly followers = new Set<(standing: Standing) => void>();
  private readonly waking = new Set<() => void>();
  private readonly window: Window;
  private readonly machine: Machine;
  private cutOff: boolean;
  private told: Standing;
  private lingering: ReturnType<typeof setTimeout> | undefined;
  private readonly online = () => this.network(true);
  private readonly offline = () => this.network(false);

  constructor(window: Window, machine: Machine) {
    this.window = window;
    this.machine = machine;
    this.cutOff = window.navigator?.onLine === false;
    this.told = { state: this.now(), since: machine.now(), watched: false };
    window.addEventListener?.('online', this.online);
    window.addEventListener?.('offline', this.offline);
  }

  get state(): ConnectionState {
    return this.told.state;
  }

  /** The same object until something of it changes. */
  get standing(): Standing {
    return this.told;
  }

  /** @returns how to stop listening */
  readonly subscribe = (listener: (state: ConnectionState) => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** As `subscribe`, for all of `standing`: with both, React's useSyncExternalStore is served. */
  readonly follow = (follower: (standing: Standing) => void): (() => void) => {
    this.followers.add(follower);
    return () => void this.followers.delete(follower);
  };

  /** @internal */
  isLost(line: object, failures: number): void {
    this.lost.set(line, failures);
    this.tell();
  }

  /** @internal */
  isBack(line: object): void {
    this.lost.delete(line);
    this.held.add(line);
    this.tell();
  }

  /** Nobody watches it any more. @internal */
  isOver(line: object): void {
    this.lost.delete(line);
    this.held.delete(line);
    this.tell();
  }

  /** Aborted as soon as waiting makes no sense any more: the network is said to be back. @internal */
  news(): { readonly signal: AbortSignal; done(): void } {
    const news = new AbortController();
    const wake = () => news.abort();
    this.waking.add(wake);
    return { signal: news.signal, done: () => void this.waking.delete(wake) };
  }

  /** @internal */
  close(): void {
    clearTimeout(this.lingering);
    this.be(this.now(), false);
    this.window.removeEventListener?.('online', this.online);
    this.window.removeEventListener?.('offline', this.offline);
  }

  private network(there: boolean): void {
    this.cutOff = !there;
    if (there) for (const wake of this.waking) wake();
    else this.onCutOff();
    this.tell();
  }

  private tell(): void {
    clearTimeout(this.lingering);
    const watched = this.held.size + this.lost.size > 0;
    this.be(this.now(), watched || this.told.watched);
    if (!watched && this.told.watched) this.lingering = setTimeout(() => this.be(this.now(), false), LINGER_MS);
  }

  private be(state: ConnectionState, watched: boolean): void {
    const before = this.told;
    if (state === before.state && watched === before.watched) return;
    const goesOn = state === before.state || (state === 'offline' && before.state === 'reconnecting');
    this.told = { state, since: goesOn ? before.since : this.machine.now(), watched };
    for (const follower of this.followers) follower(this.told);
    if (state !== before.state) for (const listener of this.listeners) listener(state);
  }

  private now(): ConnectionState {
    if (this.cutOff) return 'offline';
    if (this.lost.size === 0) return 'live';
    return Math.max(...this.lost.values()) >= OFFLINE_AFTER ? 'offline' : 'reconnecting';
  }
}
