/** How the live line stands, for a page to show: live, being mended, or away. */
export type ConnectionState = 'live' | 'reconnecting' | 'offline';

/** So many tries in vain are not a stumble any more. */
const OFFLINE_AFTER = 3;

/** What a browser's window has, and Node has not. */
type Window = Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>>;

export class Connection {
  private readonly lost = new Map<object, number>();
  private readonly listeners = new Set<(state: ConnectionState) => void>();
  private readonly waking = new Set<() => void>();
  private cutOff = false;
  private told: ConnectionState = 'live';
  private readonly window: Window;
  private readonly online = () => this.network(true);
  private readonly offline = () => this.network(false);

  constructor(window: Window) {
    this.window = window;
    window.addEventListener?.('online', this.online);
    window.addEventListener?.('offline', this.offline);
  }

  get state(): ConnectionState {
    return this.told;
  }

  /** @returns how to stop listening */
  subscribe(listener: (state: ConnectionState) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** @internal */
  isLost(line: object, failures: number): void {
    this.lost.set(line, failures);
    this.tell();
  }

  /** @internal */
  isBack(line: object): void {
    this.lost.delete(line);
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
    this.window.removeEventListener?.('online', this.online);
    this.window.removeEventListener?.('offline', this.offline);
  }

  private network(there: boolean): void {
    this.cutOff = !there;
    if (there) for (const wake of this.waking) wake();
    this.tell();
  }

  private tell(): void {
    const state = this.now();
    if (state === this.told) return;
    this.told = state;
    for (const listener of this.listeners) listener(state);
  }

  private now(): ConnectionState {
    if (this.cutOff) return 'offline';
    if (this.lost.size === 0) return 'live';
    return Math.max(...this.lost.values()) >= OFFLINE_AFTER ? 'offline' : 'reconnecting';
  }
}
