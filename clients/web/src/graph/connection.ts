/** How the line to the server is: what the quiet line in the header says, and when the next try is due. */
export type LineState = 'idle' | 'live' | 'reconnecting' | 'offline';

export interface Line {
  readonly state: LineState;
  /** Since when, by the device's clock; it is shown beside the device's own clock. */
  readonly since: number;
}

const vainTriesUntilOffline = 4;
const longestPauseMs = 8_000;

export class Connection {
  line: Line = { state: 'idle', since: Date.now() };
  private failures = 0;
  private silentUntil = 0;
  private readonly listeners = new Set<() => void>();
  private readonly waiting = new Set<() => void>();

  constructor() {
    globalThis.addEventListener('offline', () => this.be('offline'));
    globalThis.addEventListener('online', () => {
      if (this.waiting.size === 0) this.isIdle();
      for (const resume of this.waiting) resume();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): Line => this.line;

  isLive(): void {
    this.failures = 0;
    this.be('live');
  }

  /** Nothing is watched, and all is well as far as one knows. */
  isIdle(): void {
    this.failures = 0;
    this.be('idle');
  }

  /** A socket that we drop ourselves, for a new token, is nobody's news. */
  willBeBack(): void {
    this.silentUntil = Date.now() + 3_000;
  }

  /** A device that knows it has no network says so at once; else it counts as offline after a few vain tries. */
  isLost(): void {
    if (navigator.onLine && Date.now() < this.silentUntil) return;
    this.failures += 1;
    this.be(navigator.onLine && this.failures < vainTriesUntilOffline ? 'reconnecting' : 'offline');
  }

  /** Resolves when it is worth trying again: after a growing pause, or as soon as the device has a network. */
  async worthTrying(): Promise<void> {
    const pause = Math.min(250 * 2 ** this.failures, longestPauseMs) * (0.75 + Math.random() / 2);
    await new Promise<void>((resolve) => {
      const resume = () => {
        clearTimeout(timer);
        this.waiting.delete(resume);
        resolve();
      };
      const timer = setTimeout(resume, pause);
      this.waiting.add(resume);
    });
  }

  private be(state: LineState): void {
    if (state === this.line.state) return;
    // The time of the loss stays, however the tries go.
    const stillLost = state === 'offline' && this.line.state === 'reconnecting';
    this.line = { state, since: stillLost ? this.line.since : Date.now() };
    for (const listener of this.listeners) listener();
  }
}
