/** Bytes in order, a window at a time: what the structure check reads a file through. */
import type { FileHandle } from 'node:fs/promises';
import { MalformedDicom } from './malformed-dicom.ts';

export interface ByteSource {
  readonly position: number;
  /** No byte lies at or beyond this. */
  readonly limit: number;
  /** Exactly `count` bytes; they are valid until the next call. */
  read(count: number): Promise<Buffer>;
  skip(count: number): Promise<void>;
  atEnd(): Promise<boolean>;
}

export function truncated(source: ByteSource, wanted: number): MalformedDicom {
  return new MalformedDicom('TRUNCATED', `the data end before the ${wanted} bytes that should follow`, {
    offset: source.position,
  });
}

const windowBytes = 64 * 1024;

/** A file on disk; skipping does not read. */
export class FileSource implements ByteSource {
  position = 0;
  readonly limit: number;
  private readonly file: FileHandle;
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;

  constructor(file: FileHandle, size: number) {
    this.file = file;
    this.limit = size;
  }

  async read(count: number): Promise<Buffer> {
    if (this.position + count > this.limit) throw truncated(this, count);
    if (!this.holds(count)) await this.load(Math.max(count, windowBytes));
    const start = this.position - this.windowStart;
    if (start + count > this.window.length) throw truncated(this, count);
    this.position += count;
    return this.window.subarray(start, start + count);
  }

  async skip(count: number): Promise<void> {
    if (this.position + count > this.limit) throw truncated(this, count);
    this.position += count;
  }

  async atEnd(): Promise<boolean> {
    return this.position >= this.limit;
  }

  private holds(count: number): boolean {
    const start = this.position - this.windowStart;
    return start >= 0 && start + count <= this.window.length;
  }

  private async load(bytes: number): Promise<void> {
    const buffer = Buffer.allocUnsafeSlow(Math.min(bytes, this.limit - this.position));
    let filled = 0;
    for (let bytesRead = -1; bytesRead !== 0 && filled < buffer.length; filled += bytesRead) {
      ({ bytesRead } = await this.file.read(buffer, filled, buffer.length - filled, this.position + filled));
    }
    this.window = buffer.subarray(0, filled);
    this.windowStart = this.position;
  }
}
