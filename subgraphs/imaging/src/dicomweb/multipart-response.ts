/** A WADO-RS answer of many files (PS3.18 10.4), written as it is read. */

export interface OutgoingPart {
  contentType: string;
  location?: string;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

export interface MultipartAnswer {
  contentType: string;
  body: ReadableStream<Uint8Array>;
}

/** @param boundary unpredictable, so that no file can contain it on purpose */
export function multipartResponse(
  parts: AsyncIterable<OutgoingPart>,
  boundary: string,
  type = 'application/dicom',
): MultipartAnswer {
  const contentType = `multipart/related; type="${type}"; boundary="${boundary}"`;
  return { contentType, body: ReadableStream.from(writeParts(parts, boundary)) };
}

async function* writeParts(parts: AsyncIterable<OutgoingPart>, boundary: string): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    const body = await part.open();
    const location = part.location === undefined ? '' : `Content-Location: ${part.location}\r\n`;
    yield Buffer.from(`--${boundary}\r\nContent-Type: ${part.contentType}\r\n${location}\r\n`);
    yield* body;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}
