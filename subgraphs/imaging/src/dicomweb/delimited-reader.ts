/** Reads a byte stream up to delimiters and holds no more of it than a chunk. */
import { MalformedMultipart } from './dicomweb-errors.ts';

export class DelimitedReader {
  private held: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** Everything before the delimiter, in pieces; the delimiter is consumed. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.held.indexOf(delimiter);
      if (at >= 0) {
        const last = this.take(at);
        this.take(delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      const safe = this.held.length - this.undecided(delimiter);
      if (safe > 0) yield this.take(safe);
      if (!(await this.fill())) throw new MalformedMultipart('it ends before its closing boundary');
    }
  }

  /** Everything before the delimiter at once, refused when longer than `limit`. */
  async textUntil(delimiter: Buffer, limit: number): Promise<string> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of this.until(delimiter)) {
      length += piece.length;
      if (length > limit) throw new MalformedMultipart(`more than ${limit} bytes of headers or preamble`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('latin1');
  }

  async startsWith(text: Buffer): Promise<boolean> {
    while (this.held.length < text.length && (await this.fill()));
    return this.held.subarray(0, text.length).equals(text);
  }

  putBack(bytes: Buffer): void {
    this.held = Buffer.concat([bytes, this.held]);
  }

  /** Reads and forgets what is left, refused when longer than `limit`. */
  async drain(limit: number): Promise<void> {
    let length = this.held.length;
    this.held = Buffer.alloc(0);
    while (length <= limit && (await this.fill())) length += this.take(this.held.length).length;
    if (length > limit) throw new MalformedMultipart(`more than ${limit} bytes follow the closing boundary`);
  }

  /** Tells the stream that nobody reads on. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private take(count: number): Buffer {
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }

  /** How many bytes at the end may be the beginning of a delimiter; mostly none, so that chunks pass uncopied. */
  private undecided(delimiter: Buffer): number {
    const start = Math.max(0, this.held.length - delimiter.length + 1);
    for (let at = start; at < this.held.length; at += 1) {
      const tail = this.held.subarray(at);
      if (delimiter.subarray(0, tail.length).equals(tail)) return tail.length;
    }
    return 0;
  }

  private async fill(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) return false;
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    return true;
  }
}
