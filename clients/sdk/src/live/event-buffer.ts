/** What has arrived and was not fetched yet, as an async iterator. */
interface Waiting<T> {
  resolve(result: IteratorResult<T>): void;
  reject(error: unknown): void;
}

export class EventBuffer<T> {
  private readonly events: T[] = [];
  private readonly waiting: Waiting<T>[] = [];
  private readonly onRoom: () => void;
  private end: { readonly error?: unknown } | undefined;

  /** @param onRoom all that was there has been fetched */
  constructor(onRoom: () => void) {
    this.onRoom = onRoom;
  }

  get size(): number {
    return this.events.length;
  }

  push(event: T): void {
    const first = this.waiting.shift();
    if (first === undefined) this.events.push(event);
    else first.resolve({ done: false, value: event });
  }

  /** @param drop what is there already is not given out any more */
  fail(error: unknown, { drop = false } = {}): void {
    if (drop) this.events.length = 0;
    this.end ??= { error };
    if (this.waiting.length === 0) return;
    this.waiting.shift()?.reject(error);
    this.close();
  }

  /** Nothing more is given out. */
  close(): void {
    this.end = {};
    this.events.length = 0;
    for (const one of this.waiting.splice(0)) one.resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<T>> {
    const [event] = this.events.splice(0, 1);
    if (event !== undefined) {
      if (this.events.length === 0) this.onRoom();
      return Promise.resolve({ done: false, value: event });
    }
    return new Promise((resolve, reject) => {
      if (this.end === undefined) this.waiting.push({ resolve, reject });
      else if ('error' in this.end) this.rejectOnce(reject, this.end.error);
      else resolve({ done: true, value: undefined });
    });
  }

  private rejectOnce(reject: (error: unknown) => void, error: unknown): void {
    this.end = {};
    reject(error);
  }
}
