/** One subscription that goes on where its line broke: nothing missed, nothing twice. */
import { errorOf, together } from '../errors/error-of.ts';
import type { HuizhenError } from '../errors/huizhen-error.ts';
import type { Payload, Variables } from '../http/payload.ts';
import { asJson, records, textIn } from '../json.ts';
import type { Machine } from '../machine.ts';
import { backoffMs, pause, reasonOf } from '../pause.ts';
import type { Connection } from './connection.ts';
import { EventBuffer } from './event-buffer.ts';
import { full, isFinal, isHandover, refusalIn } from './line-ending.ts';
import type { Receiver, Result } from './live-socket.ts';

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
  /** A token is at hand, and a place to begin at where the platform sends no snapshot; undefined where it does. */
  prepare(signal: AbortSignal): Promise<string | undefined>;
  subscribe(payload: Payload, receiver: Receiver): () => void;
  onStopped(): void;
}

/** With so many unfetched the line is closed, and opened again after the last of them: the platform keeps the rest. */
const UNFETCHED = 100;
/** A line that held so long is a good one, even if nothing came over it. */
const STEADY_MS = 10_000;

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
  private cursor: string | undefined;
  private failures = 0;
  private refused = false;
  private onRoom: () => void = () => undefined;

  constructor(variables: Variables, options: WatchOptions) {
    this.variables = variables;
    this.options = options;
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
    this.options.connection.isBack(this);
    this.options.onStopped();
  }

  private async keepOpen(): Promise<void> {
    const { machine } = this.options;
    while (!this.leaving.signal.aborted) {
      const openedAt = machine.now();
      const { ending, held } = await this.line();
      if (this.leaving.signal.aborted) return;
      const refusal = refusalIn(ending);
      if (refusal !== undefined && isFinal(refusal)) throw refusal;
      this.refused = refusal !== undefined;
      if (held && isHandover(ending)) continue;
      if (held && machine.now() - openedAt > STEADY_MS) this.failures = 0;
      await this.mend(refusal);
    }
  }

  /** Until it is time for another try, or the network is said to be back. */
  private async mend(refusal: HuizhenError | undefined): Promise<void> {
    const { machine, connection } = this.options;
    const asked = Number(refusal?.extensions['retryAfterSeconds'] ?? 0) * 1_000;
    connection.isLost(this, this.failures);
    const news = connection.news();
    await pause(Math.max(backoffMs(this.failures, machine), asked), news.signal, this.leaving.signal);
    news.done();
    this.failures += 1;
  }

  private async line(): Promise<Line> {
    try {
      this.cursor ??= await this.options.prepare(this.leaving.signal);
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
          if (!this.refused) this.options.connection.isBack(this);
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
    this.failures = 0;
    this.refused = false;
    this.options.connection.isBack(this);
    // The schema promises what the document's type says.
    this.buffer.push({ data: data as Data, cursor, problems });
    if (this.buffer.size >= UNFETCHED) end(full);
  }

  private room(): Promise<void> {
    return new Promise((resolve) => {
      this.onRoom = resolve;
      this.leaving.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
