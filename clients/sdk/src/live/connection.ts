/** How the live line stands, for a page to show: nothing watched, live, being mended, or away. */
import type { Machine } from '../machine.ts';

export type ConnectionState = 'idle' | 'live' | 'reconnecting' | 'offline';

export interface Standing {
  readonly state: ConnectionState;
  /** By this machine's clock; a loss counts from its beginning, however the tries go. */
  readonly since: number;
}

/** So many tries in vain are not a stumble any more. */
const OFFLINE_AFTER = 3;
/** From one page to the next nothing is watched for a moment, which is no news. */
const IDLE_AFTER_MS = 1_000;

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
  private readonly waking = new Set<() => void>();
  private readonly window: Window;
  private readonly machine: Machine;
  private cutOff: boolean;
  private told: Standing;
  private idling: ReturnType<typeof setTimeout> | undefined;
  private readonly online = () => this.network(true);
  private readonly offline = () => this.network(false);

  constructor(window: Window, machine: Machine) {
    this.window = window;
    this.machine = machine;
    this.cutOff = window.navigator?.onLine === false;
    this.told = { state: this.now(), since: machine.now() };
    window.addEventListener?.('online', this.online);
    window.addEventListener?.('offline', this.offline);
  }

  get state(): ConnectionState {
    return this.told.state;
  }

  /** The same object until the state changes, as React's useSyncExternalStore wants it. */
  get standing(): Standing {
    return this.told;
  }

  /** @returns how to stop listening */
  readonly subscribe = (listener: (state: ConnectionState) => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
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
    clearTimeout(this.idling);
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
    clearTimeout(this.idling);
    const state = this.now();
    if (state === 'idle' && this.state === 'live') this.idling = setTimeout(() => this.be('idle'), IDLE_AFTER_MS);
    else this.be(state);
  }

  private be(state: ConnectionState): void {
    if (state === this.state) return;
    const stillLost = state === 'offline' && this.state === 'reconnecting';
    this.told = { state, since: stillLost ? this.told.since : this.machine.now() };
    for (const listener of this.listeners) listener(state);
  }

  private now(): ConnectionState {
    if (this.cutOff) return 'offline';
    if (this.lost.size > 0) return Math.max(...this.lost.values()) >= OFFLINE_AFTER ? 'offline' : 'reconnecting';
    return this.held.size > 0 ? 'live' : 'idle';
  }
}
