/** Part 10 files byte by byte, for the lies that no library would write. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const longLength = ['OB', 'OW', 'SQ', 'UN', 'UT', 'UC'];
export const undefinedLength = 0xffff_ffff;

/** @param claimed the length to write when it is not the true one */
export function element(tag: number, vr: string, value: Buffer | string, claimed?: number): Buffer {
  const bytes = Buffer.from(value);
  const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(vr === 'UI' ? '\0' : ' ')]);
  const long = longLength.includes(vr);
  const head = Buffer.alloc(long ? 12 : 8);
  head.writeUInt16LE(tag >>> 16, 0);
  head.writeUInt16LE(tag & 0xffff, 2);
  head.write(vr, 4, 'latin1');
  if (long) head.writeUInt32LE(claimed ?? padded.length, 8);
  else head.writeUInt16LE(claimed ?? padded.length, 6);
  return Buffer.concat([head, padded]);
}

export function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** An item, a delimiter: no value representation. */
export function marker(tag: number, length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(tag >>> 16, 0);
  bytes.writeUInt16LE(tag & 0xffff, 2);
  bytes.writeUInt32LE(length, 4);
  return bytes;
}

const explicitLittleEndian = '1.2.840.10008.1.2.1';
export const deflated = '1.2.840.10008.1.2.1.99';
export const jpegBaseline = '1.2.840.10008.1.2.4.50';
const secondaryCapture = '1.2.840.10008.5.1.4.1.1.7';

export function fileMeta(transferSyntaxUid: string = explicitLittleEndian, preamble: Buffer = Buffer.alloc(0)): Buffer {
  const elements = Buffer.concat([
    element(0x0002_0002, 'UI', secondaryCapture),
    element(0x0002_0003, 'UI', '2.25.1'),
    element(0x0002_0010, 'UI', transferSyntaxUid),
  ]);
  const groupLength = Buffer.alloc(4);
  groupLength.writeUInt32LE(elements.length);
  const head = Buffer.concat([preamble, Buffer.alloc(128 - preamble.length), Buffer.from('DICM')]);
  return Buffer.concat([head, element(0x0002_0000, 'UL', groupLength), elements]);
}

/** What an instance cannot do without, in tag order; `extra` goes between by its own tags. */
export function dataSet(...extra: [tag: number, bytes: Buffer][]): Buffer {
  const all: [number, Buffer][] = [
    [0x0008_0016, element(0x0008_0016, 'UI', secondaryCapture)],
    [0x0008_0018, element(0x0008_0018, 'UI', '2.25.1')],
    [0x0008_0060, element(0x0008_0060, 'CS', 'OT')],
    [0x0010_0010, element(0x0010_0010, 'PN', 'Secret^Patient')],
    [0x0020_000d, element(0x0020_000d, 'UI', '2.25.2')],
    [0x0020_000e, element(0x0020_000e, 'UI', '2.25.3')],
    ...extra,
  ];
  return Buffer.concat(all.toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes));
}

export function part10(body: Buffer = dataSet()): Buffer {
  return Buffer.concat([fileMeta(), body]);
}

export function deflatedPart10(body: Buffer): Buffer {
  return Buffer.concat([fileMeta(deflated), deflateRawSync(body)]);
}

export const rowsAndColumns = (rows: number, columns: number): [number, Buffer][] => [
  [0x0028_0010, element(0x0028_0010, 'US', short(rows))],
  [0x0028_0011, element(0x0028_0011, 'US', short(columns))],
  [0x0028_0100, element(0x0028_0100, 'US', short(16))],
];

/** A directory that is gone after use. */
export async function scratchDirectory(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'imaging-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export async function scratchFile(bytes: Buffer): Promise<{ path: string } & AsyncDisposable> {
  const directory = await scratchDirectory();
  const path = join(directory.path, 'file.dcm');
  await writeFile(path, bytes);
  return { path, [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose]() };
}
