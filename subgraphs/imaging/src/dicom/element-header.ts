/** The head of one data element: tag, value representation and length (PS3.5 7.1). */
import type { ByteSource } from './byte-source.ts';
import { impliedRepresentation } from './data-dictionary.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { groupOf } from './tags.ts';
import type { Encoding } from './transfer-syntaxes.ts';
import { findValueRepresentation, unknownRepresentation, type ValueRepresentation } from './value-representations.ts';

export interface ElementHeader {
  tag: number;
  vr: ValueRepresentation;
  /** `undefined`: delimited by an item further on. */
  length: number | undefined;
  offset: number;
}

export interface HeaderContext extends Encoding {
  signedPixels: boolean;
}

const delimiterGroup = 0xfffe;
const undefinedLength = 0xffff_ffff;

export async function readElementHeader(source: ByteSource, context: HeaderContext): Promise<ElementHeader> {
  const offset = source.position;
  const tag = await readTag(source, context);
  const vr = await readRepresentation(source, { tag, offset, context });
  const short = context.explicit && !vr.longLength && groupOf(tag) !== delimiterGroup;
  const length = short ? readShort(await source.read(2), context) : readLong(await source.read(4), context);
  return { tag, vr, offset, length: !short && length === undefinedLength ? undefined : length };
}

async function readTag(source: ByteSource, encoding: Encoding): Promise<number> {
  const bytes = await source.read(4);
  const group = readShort(bytes, encoding);
  return group * 0x1_0000 + readShort(bytes.subarray(2), encoding);
}

async function readRepresentation(
  source: ByteSource,
  { tag, offset, context }: { tag: number; offset: number; context: HeaderContext },
): Promise<ValueRepresentation> {
  if (groupOf(tag) === delimiterGroup) return unknownRepresentation;
  if (!context.explicit) return impliedRepresentation(tag, context.signedPixels);
  const vr = findValueRepresentation((await source.read(2)).toString('latin1'));
  if (!vr)
    throw new MalformedDicom('VALUE_REPRESENTATION', 'its value representation is not one of PS3.5', { tag, offset });
  if (vr.longLength) await source.skip(2);
  return vr;
}

function readShort(bytes: Buffer, { littleEndian }: Encoding): number {
  return littleEndian ? bytes.readUInt16LE(0) : bytes.readUInt16BE(0);
}

function readLong(bytes: Buffer, { littleEndian }: Encoding): number {
  return littleEndian ? bytes.readUInt32LE(0) : bytes.readUInt32BE(0);
}
