/** The data set of a deflated file (PS3.5 A.5), inflated as it is read and never beyond a limit. */
import { createReadStream } from 'node:fs';
import { createInflateRaw, type InflateRaw } from 'node:zlib';
import { truncated, type ByteSource } from './byte-source.ts';
import { MalformedDicom } from './malformed-dicom.ts';

export interface DeflatedPart {
  path: string;
  start: number;
  fileSize: number;
  limit: number;
}

export class InflatedSource implements ByteSource {
  position = 0;
  readonly limit: number;
  private readonly part: DeflatedPart;
  private readonly inflate: InflateRaw;
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);
  private inflated = 0;

  constructor(part: DeflatedPart) {
    this.part = part;
    this.limit = part.limit;
    const file = createReadStream(part.path, { start: part.start });
    this.inflate = createInflateRaw();
    file.on('error', (error) => this.inflate.destroy(error));
    this.inflate.on('close', () => file.destroy());
    this.chunks = file.pipe(this.inflate)[Symbol.asyncIterator]();
  }

  async read(count: number): Promise<Buffer> {
    const pieces = [this.held];
    let length = this.held.length;
    while (length < count) {
      const chunk = await this.pull();
      if (!chunk) throw truncated(this, count);
      pieces.push(chunk);
      length += chunk.length;
    }
    const all = pieces.length === 1 ? this.held : Buffer.concat(pieces);
    this.held = all.subarray(count);
    this.position += count;
    return all.subarray(0, count);
  }

  async skip(count: number): Promise<void> {
    let left = count;
    while (left > this.held.length) {
      left -= this.held.length;
      const chunk = await this.pull();
      if (!chunk) throw truncated(this, count);
      this.held = chunk;
    }
    this.held = this.held.subarray(left);
    this.position += count;
  }

  async atEnd(): Promise<boolean> {
    while (this.held.length === 0) {
      const chunk = await this.pull();
      if (!chunk) return this.nothingBehind();
      this.held = chunk;
    }
    return false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.chunks.return?.();
    this.inflate.destroy();
  }

  private async pull(): Promise<Buffer | undefined> {
    const next = await this.chunks.next().catch(notDeflated);
    if (next.done) return undefined;
    this.inflated += next.value.length;
    if (this.inflated > this.limit) {
      throw new MalformedDicom('DEFLATE', `the data set inflates beyond ${this.limit} bytes`);
    }
    return next.value;
  }

  /** One byte of padding makes an odd stream even; anything more is not DICOM. */
  private nothingBehind(): true {
    const left = this.part.fileSize - this.part.start - this.inflate.bytesWritten;
    if (left > 1) throw new MalformedDicom('TRAILING_BYTES', `${left} bytes follow the deflated data set`);
    return true;
  }
}

function notDeflated(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('Z_')) throw error;
  throw new MalformedDicom('DEFLATE', 'the data set is not a complete deflate stream');
}
