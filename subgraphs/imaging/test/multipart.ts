/** Multipart bodies and how they are cut into chunks. */

export const boundary = 'a boundary (with signs)+1';

export interface Part {
  headers: Record<string, string>;
  body: Buffer;
}

export function multipartBody(parts: readonly Part[], { preamble = '', epilogue = '\r\n' } = {}): Buffer {
  const pieces = parts.map(({ headers, body }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.concat([Buffer.from(`\r\n--${boundary}\r\n${lines.join('')}\r\n`), body]);
  });
  return Buffer.concat([Buffer.from(preamble), ...pieces, Buffer.from(`\r\n--${boundary}--${epilogue}`)]);
}

/** The same bytes in chunks of these sizes, over and over. */
export async function* chunked(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
