/** How the line to the server is: what the quiet line in the header says, and when the next try is due. */
export type LineState = 'idle' | 'live' | 'reconnecting' | 'offline';

export interface Line {
  readonly state: LineState;
  /** Since when, by the device's clock; it is shown with the device's own other clocks. */
  readonly since: number;
}

export class Connection {
  line: Line = { state: 'idle', since: Date.now() };
  private failures = 0;
  private readonly listeners = new Set<() => void>();
  private wake: (() => void) | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): Line => this.line;

  isLive(): void {
    this.failures = 0;
    this.be('live');
  }

  /** A device that knows it has no network says so at once; else it counts as offline after a few vain tries. */
  isLost(): void {
    this.failures += 1;
    this.be(navigator.onLine && this.failures < 4 ? 'reconnecting' : 'offline');
  }

  isIdle(): void {
    this.failures = 0;
    this.be('idle');
  }

  /** Resolves when it is worth trying again: after a growing pause, or as soon as the device has a network. */
  async worthTrying(): Promise<void> {
    const pause = Math.min(250 * 2 ** this.failures, 8_000) * (0.75 + Math.random() / 2);
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, pause);
      this.wake = () => {
        clearTimeout(timer);
        resume();
      };
      globalThis.addEventListener('online', () => this.wake?.(), { once: true });
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
