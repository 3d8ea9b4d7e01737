/** Numbers and binary words out of bytes, in either byte order. */
import type { DicomElement } from './data-set.ts';
import { tagKey } from './tags.ts';

type Read = (view: DataView, at: number, littleEndian: boolean) => number | string;

const readers: Record<string, Read | undefined> = {
  US: (view, at, little) => view.getUint16(at, little),
  SS: (view, at, little) => view.getInt16(at, little),
  UL: (view, at, little) => view.getUint32(at, little),
  SL: (view, at, little) => view.getInt32(at, little),
  FL: (view, at, little) => finite(view.getFloat32(at, little)),
  FD: (view, at, little) => finite(view.getFloat64(at, little)),
  UV: (view, at, little) => exact(view.getBigUint64(at, little)),
  SV: (view, at, little) => exact(view.getBigInt64(at, little)),
  AT: (view, at, little) => tagKey(view.getUint16(at, little) * 0x1_0000 + view.getUint16(at + 2, little)),
};

export function binaryValues({ vr, littleEndian }: DicomElement, bytes: Buffer): (number | string)[] {
  const read = readers[vr.name];
  if (!read) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / vr.unit }, (_, index) => read(view, index * vr.unit, littleEndian));
}

/** JSON knows neither NaN nor infinity, nor integers beyond 2^53: text then (PS3.18 F.2.3). */
function finite(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function exact(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** InlineBinary is little endian (PS3.18 F.2.7). */
export function littleEndianBytes({ vr, littleEndian }: DicomElement, bytes: Buffer): Buffer {
  if (littleEndian || vr.unit === 1) return bytes;
  const copy = Buffer.from(bytes);
  if (vr.unit === 2) return copy.swap16();
  return vr.unit === 4 ? copy.swap32() : copy.swap64();
}
