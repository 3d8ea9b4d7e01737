/** The parts of a multipart/related body (RFC 2046 5.1, RFC 2387) as streams, whatever their size. */
import { MalformedMultipart, UnsupportedUpload } from './dicomweb-errors.ts';
import { DelimitedReader } from './delimited-reader.ts';
import { parseMediaType } from './media-type.ts';

export interface MultipartPart {
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>;
  /** Read it before asking for the next part; what is left unread is skipped then. */
  body: AsyncIterable<Uint8Array>;
}

const longestHeaders = 16 * 1024;
const longestSurroundings = 64 * 1024;
const lineEnd = Buffer.from('\r\n');
const blankLine = Buffer.from('\r\n\r\n');
const closing = Buffer.from('--');

/** @throws UnsupportedUpload when it is no multipart of DICOM files, MalformedMultipart without a proper boundary */
export function stowBoundary(contentType: string): string {
  const mediaType = parseMediaType(contentType);
  const type = mediaType?.parameters.get('type')?.toLowerCase();
  if (mediaType?.name !== 'multipart/related' || type !== 'application/dicom') throw new UnsupportedUpload();
  const boundary = mediaType.parameters.get('boundary') ?? '';
  if (/^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.test(boundary)) return boundary;
  throw new MalformedMultipart('the boundary is missing, too long or holds a character that is not allowed');
}

export async function* multipartParts(
  stream: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<MultipartPart, void, undefined> {
  const reader = new DelimitedReader(stream);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  try {
    reader.putBack(lineEnd); // the first boundary needs no line before it
    await reader.textUntil(delimiter, longestSurroundings);
    while (!(await reader.startsWith(closing))) {
      const headers = await readHeaders(reader);
      const body = withoutLineEnd(reader.until(delimiter));
      yield { headers, body: { [Symbol.asyncIterator]: () => ({ next: () => body.next() }) } };
      while (!(await body.next()).done);
    }
    await reader.drain(longestSurroundings);
  } finally {
    await reader.close();
  }
}

async function readHeaders(reader: DelimitedReader): Promise<ReadonlyMap<string, string>> {
  const padding = await reader.textUntil(lineEnd, longestHeaders);
  if (!/^[ \t]*$/.test(padding)) throw new MalformedMultipart('something follows a boundary on its line');
  // Put back, both line ends are found also where there are no headers, or no body behind them.
  reader.putBack(lineEnd);
  const block = await reader.textUntil(blankLine, longestHeaders);
  reader.putBack(lineEnd);
  return parseHeaders(block);
}

function parseHeaders(block: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const lines = block.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  for (const line of lines.filter((text) => text !== '')) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new MalformedMultipart('a part has a header without a name');
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** The line end that closes the headers was put back before the body: drop it again. */
async function* withoutLineEnd(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let toDrop = lineEnd.length;
  for await (const piece of pieces) {
    const dropped = Math.min(toDrop, piece.length);
    toDrop -= dropped;
    if (piece.length > dropped) yield piece.subarray(dropped);
  }
}
