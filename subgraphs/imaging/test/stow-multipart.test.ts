import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedMultipart, UnsupportedUpload } from '../src/dicomweb/dicomweb-errors.ts';
import { multipartParts, stowBoundary } from '../src/dicomweb/multipart-related.ts';
import { multipartResponse, type OutgoingPart } from '../src/dicomweb/multipart-response.ts';
import { failureReasons } from '../src/dicomweb/failure-reasons.ts';
import { stowResponse } from '../src/dicomweb/stow-response.ts';
import { boundary, chunked, collect, multipartBody, type Part } from './multipart.ts';

const dicom = { 'content-type': 'application/dicom' };

async function read(bytes: Buffer, sizes: readonly number[] = [bytes.length]): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const { headers, body } of multipartParts(chunked(bytes, sizes), boundary)) {
    parts.push({ headers: Object.fromEntries(headers), body: await collect(body) });
  }
  return parts;
}

/** Bytes that like to look like a boundary. */
const body = fc
  .array(fc.oneof(fc.constantFrom('\r', '\n', '-', '\r\n', '\r\n--', `--a boundary`, '\r\n\r\n'), fc.string()), {
    maxLength: 12,
  })
  .map((pieces) => Buffer.from(pieces.join('')))
  .filter((bytes) => !Buffer.concat([Buffer.from('\r\n'), bytes]).includes(`\r\n--${boundary}`));

test('however the bytes are cut, the parts are the same', async () => {
  const parts = fc.array(
    body.map((bytes) => ({ headers: dicom, body: bytes })),
    { maxLength: 4 },
  );
  const sizes = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(parts, sizes, async (sent, cuts) => {
      expect(await read(multipartBody(sent), cuts)).toEqual(sent);
    }),
    { numRuns: 500, seed: 23 },
  );
});

test('preamble, epilogue, folded headers and parts without headers are understood', async () => {
  const text = [
    'This is a message in several parts.\r\n',
    `--${boundary}  \r\nContent-Type: application/dicom;\r\n  transfer-syntax=*\r\n\r\none\r\n`,
    `--${boundary}\r\n\r\ntwo\r\n`,
    `--${boundary}\r\nContent-Location: x\r\n`,
    `\r\n--${boundary}--\r\nand good bye`,
  ];
  expect(await read(Buffer.from(text.join('')), [1])).toEqual([
    { headers: { 'content-type': 'application/dicom; transfer-syntax=*' }, body: Buffer.from('one') },
    { headers: {}, body: Buffer.from('two') },
    { headers: { 'content-location': 'x' }, body: Buffer.alloc(0) },
  ]);
});

test('a part that nobody reads, or reads halfway, does not disturb the next', async () => {
  const large = Buffer.alloc(100_000, 7);
  const bytes = multipartBody(
    [large, large, Buffer.from('last')].map((content) => ({ headers: dicom, body: content })),
  );
  const seen: number[] = [];
  for await (const part of multipartParts(chunked(bytes, [1000]), boundary)) {
    for await (const chunk of part.body) {
      seen.push(chunk.length);
      break;
    }
  }
  expect(seen).toHaveLength(3);
  expect(seen[2]).toBe(4);
});

describe('a body is refused when', () => {
  test.each([
    ['it breaks off', multipartBody([{ headers: dicom, body: Buffer.from('one') }]).subarray(0, -8)],
    ['it has no boundary', Buffer.from('nothing here')],
    ['it is empty', Buffer.alloc(0)],
    ['its preamble has no end', Buffer.alloc(100_000, 0x20)],
    ['its headers have no end', Buffer.from(`--${boundary}\r\nX: ${'y'.repeat(20_000)}`)],
    ['a header has no name', Buffer.from(`--${boundary}\r\nnonsense\r\n\r\nbody\r\n--${boundary}--`)],
    ['its boundary goes on', Buffer.from(`--${boundary}more\r\n\r\nbody\r\n--${boundary}--`)],
    ['it goes on after its end', Buffer.from(`--${boundary}--${'z'.repeat(100_000)}`)],
  ])('%s', async (_title, bytes) => {
    await expect(read(bytes, [4096])).rejects.toThrow(MalformedMultipart);
  });
});

test('breaking off tells the sender', async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from(`--${boundary}\r\n\r\n`);
      for (;;) yield Buffer.alloc(1000);
    } finally {
      closed = true;
    }
  }
  for await (const part of multipartParts(endless(), boundary)) {
    await part.body[Symbol.asyncIterator]().next();
    break;
  }
  expect(closed).toBe(true);
});

test('the boundary is read quoted, bare and in any case; other bodies are refused', () => {
  expect(stowBoundary('multipart/related; type="application/dicom"; boundary="a b"')).toBe('a b');
  expect(stowBoundary('Multipart/Related;Type=application/dicom;BOUNDARY=xyz')).toBe('xyz');
  expect(stowBoundary(`multipart/related; boundary="a\\+b"; type="application/dicom"`)).toBe('a+b');
  expect(() => stowBoundary('multipart/form-data; boundary=x')).toThrow(UnsupportedUpload);
  expect(() => stowBoundary('multipart/related; type="application/dicom+json"; boundary=x')).toThrow(UnsupportedUpload);
  expect(() => stowBoundary('multipart/related; type="application/dicom"')).toThrow(MalformedMultipart);
  expect(() => stowBoundary(`multipart/related; type="application/dicom"; boundary=${'x'.repeat(71)}`)).toThrow(
    MalformedMultipart,
  );
  expect(() => stowBoundary('multipart/related; type="application/dicom"; boundary="x\\\r\ny"')).toThrow(Error);
});

test('what the server sends, it can read', async () => {
  const bodies = [Buffer.from('first'), Buffer.from('\r\n--second'), Buffer.alloc(0)];
  async function* parts(): AsyncGenerator<OutgoingPart> {
    for (const content of bodies) yield { contentType: 'application/dicom', open: async () => chunked(content, [2]) };
  }
  const answer = multipartResponse(parts(), 'b0undary');
  const received: Buffer[] = [];
  for await (const part of multipartParts(answer.body, stowBoundary(answer.contentType)))
    received.push(await collect(part.body));
  expect(received).toEqual(bodies);
});

test('2 GB pass through without being held', async () => {
  const megabyte = Buffer.alloc(2 ** 20, 0x5a);
  async function* upload(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`);
    for (let sent = 0; sent < 2048; sent += 1) yield megabyte;
    yield Buffer.from(`\r\n--${boundary}--`);
  }
  const before = process.memoryUsage().rss;
  let bytes = 0;
  let peak = 0;
  for await (const part of multipartParts(upload(), boundary)) {
    for await (const chunk of part.body) {
      bytes += chunk.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  }
  expect(bytes).toBe(2 ** 31);
  expect(peak - before).toBeLessThan(128 * 2 ** 20);
});

describe('the answer to a store', () => {
  const stored = {
    sopClassUid: '1.2',
    sopInstanceUid: '1.3',
    retrieveUrl: 'https://example.org/dicom-web/studies/1.1',
  };
  const refused = { sopClassUid: '1.2', sopInstanceUid: '1.4', reason: failureReasons.duplicateInstance };
  const nameless = { reason: failureReasons.cannotUnderstand };

  test('is 200, 202, 409 or 400 by what was kept', () => {
    expect(stowResponse({ stored: [stored], refused: [] }).status).toBe(200);
    expect(stowResponse({ stored: [stored], refused: [refused] }).status).toBe(202);
    expect(stowResponse({ stored: [], refused: [refused] }).status).toBe(409);
    expect(stowResponse({ stored: [], refused: [] }).status).toBe(400);
  });

  test('lists kept, refused and unreadable instances', () => {
    const { body: answer } = stowResponse({
      studyUrl: stored.retrieveUrl,
      stored: [stored],
      refused: [refused, nameless],
    });
    expect(answer).toEqual({
      '00081190': { vr: 'UR', Value: [stored.retrieveUrl] },
      '00081198': {
        vr: 'SQ',
        Value: [
          {
            '00081150': { vr: 'UI', Value: ['1.2'] },
            '00081155': { vr: 'UI', Value: ['1.4'] },
            '00081197': { vr: 'US', Value: [0x0111] },
          },
        ],
      },
      '00081199': {
        vr: 'SQ',
        Value: [
          {
            '00081150': { vr: 'UI', Value: ['1.2'] },
            '00081155': { vr: 'UI', Value: ['1.3'] },
            '00081190': { vr: 'UR', Value: [stored.retrieveUrl] },
          },
        ],
      },
      '0008119A': { vr: 'SQ', Value: [{ '00081197': { vr: 'US', Value: [0xc000] } }] },
    });
  });
});
