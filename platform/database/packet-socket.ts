/** A socket that sends what was gathered as one piece of memory; the driver writes five small ones for every statement. */
import { Socket } from 'node:net';

interface Gathered {
  readonly chunk: unknown;
  readonly encoding: BufferEncoding;
}

export class PacketSocket extends Socket {
  // oxlint-disable no-underscore-dangle -- Node's names for what a stream does when it is written to.
  override _writev(gathered: Gathered[], done: (error?: Error | null) => void): void {
    const parts = gathered.flatMap(({ chunk }) => (chunk instanceof Uint8Array ? [chunk] : []));
    const [first] = gathered;
    if (first === undefined || parts.length < gathered.length) return super._writev?.(gathered, done);
    this._write(Buffer.concat(parts), first.encoding, done);
  }
}
