/** One subscription that goes on where its line broke: nothing missed, nothing twice. */
import { errorOf, together } from '../errors/error-of.ts';
import type { HuizhenError } from '../errors/huizhen-error.ts';
import type { Payload, Variables } from '../http/payload.ts';
import { asJson, records, textIn } from '../json.ts';
import type { Machine } from '../machine.ts';
import { reasonOf } from '../pause.ts';
import type { Connection } from './connection.ts';
import { EventBuffer } from './event-buffer.ts';
import { full, isFinal, isHandover, refusalIn } from './line-ending.ts';
import type { Receiver, Result } from './live-socket.ts';
import { Mending } from './mending.ts';

export interface LiveEvent<Data> {
  readonly data: Data;
  /** Where to go on after this event: `after` of another watch, perhaps in another run of the program. */
  readonly cursor: string;
  /** What is missing in the data, and why. */
  readonly problems: readonly HuizhenError[];
}

export interface WatchOptions {
  readonly connection: Connection;
  readonly machine: Machine;
  readonly signal: AbortSignal | undefined;
  payload(variables: Variables): Payload;
  /** Sees that a token is at hand. @returns where to begin; undefined where the platform sends a snapshot first */
  prepare(after: string | undefined, signal: AbortSignal): Promise<string | undefined>;
  subscribe(payload: Payload, receiver: Receiver): () => void;
  onStopped(): void;
}

/** With so many unfetched the line is closed, and opened again after the last of them: the platform keeps the rest. */
const UNFETCHED = 100;

interface Line {
  readonly ending: unknown;
  /** The platform took the connection. */
  readonly held: boolean;
}

export class Watch<Data> implements AsyncIterableIterator<LiveEvent<Data>> {
  private readonly options: WatchOptions;
  private readonly variables: Variables;
  private readonly leaving = new AbortController();
  private readonly buffer: EventBuffer<LiveEvent<Data>>;
  private readonly mending: Mending;
  private cursor: string | undefined;
  private onRoom: () => void = () => undefined;

  constructor(variables: Variables, options: WatchOptions) {
    this.variables = variables;
    this.options = options;
    this.mending = new Mending(options.connection, options.machine);
    this.cursor = textIn(variables, 'after');
    this.buffer = new EventBuffer(() => this.onRoom());
    options.signal?.addEventListener('abort', this.abort);
    if (options.signal?.aborted) this.abort();
    this.keepOpen().catch((error: unknown) => this.fail(error));
  }

  next(): Promise<IteratorResult<LiveEvent<Data>>> {
    return this.buffer.next();
  }

  return(): Promise<IteratorResult<LiveEvent<Data>>> {
    this.stop();
    this.buffer.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** No more will come, and this is why. */
  fail(error: unknown): void {
    this.stop();
    this.buffer.fail(error);
  }

  private readonly abort = (): void => {
    this.stop();
    this.buffer.fail(reasonOf(this.options.signal), { drop: true });
  };

  private stop(): void {
    if (this.leaving.signal.aborted) return;
    this.leaving.abort();
    this.options.signal?.removeEventListener('abort', this.abort);
    this.mending.over();
    this.options.onStopped();
  }

  private async keepOpen(): Promise<void> {
    while (!this.leaving.signal.aborted) {
      const { ending, held } = await this.line();
      if (this.leaving.signal.aborted) return;
      const refusal = refusalIn(ending);
      if (refusal !== undefined && isFinal(refusal)) throw refusal;
      if (!held || !isHandover(ending)) await this.mending.wait(refusal, this.leaving.signal);
    }
  }

  private async line(): Promise<Line> {
    try {
      this.cursor = await this.options.prepare(this.cursor, this.leaving.signal);
    } catch (ending) {
      return { ending, held: false };
    }
    if (this.leaving.signal.aborted) return { ending: undefined, held: false };
    const line = await this.untilLost();
    if (line.ending === full) await this.room();
    return line;
  }

  private async untilLost(): Promise<Line> {
    let held = false;
    let end: () => void = () => undefined;
    const ending = await new Promise<unknown>((resolve) => {
      const payload = this.options.payload({ ...this.variables, after: this.cursor ?? null });
      const receiver: Receiver = {
        connected: () => {
          held = true;
          this.mending.held();
        },
        next: (result) => this.accept(result, resolve),
        over: resolve,
      };
      const unsubscribe = this.options.subscribe(payload, receiver);
      this.leaving.signal.addEventListener('abort', resolve);
      end = () => {
        this.leaving.signal.removeEventListener('abort', resolve);
        unsubscribe();
      };
    });
    end();
    return { ending, held };
  }

  private accept(result: Result, end: (ending: unknown) => void): void {
    const { data, errors } = result;
    const problems = records(errors).map((told) => errorOf(told, null));
    const event = Object.values(data ?? {})
      .map(asJson)
      .find((value) => value !== undefined);
    // Without its root field it is no event, but why there will be none.
    if (event === undefined) return end(together(problems, undefined));
    const cursor = textIn(event, 'cursor');
    if (cursor === undefined) return this.fail(new TypeError('Select the cursor of the events that you watch.'));
    this.cursor = cursor;
    this.mending.works();
    // The schema promises what the document's type says.
    this.buffer.push({ data: data as Data, cursor, problems });
    if (this.buffer.size >= UNFETCHED) end(full);
  }

  private room(): Promise<void> {
    return new Promise((resolve) => {
      this.onRoom = resolve;
      this.leaving.signal.addEventListener('abort', () => resolve(), { once: true });
      if (this.buffer.size === 0) resolve();
    });
  }
}
