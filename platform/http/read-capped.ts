/** Reads a body as text, but never more than a given number of bytes. */
export class BodyTooLarge extends Error {
  readonly capBytes: number;
  constructor(capBytes: number) {
    super(`The body is larger than ${capBytes} bytes.`);
    this.capBytes = capBytes;
  }
}

export async function readCapped(body: AsyncIterable<Uint8Array> | null, capBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > capBytes) throw new BodyTooLarge(capBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes).toString('utf8');
}
