/** A checked data set: small values in memory, everything large as its place in the file. */
import type { ValueRepresentation } from './value-representations.ts';

/** Where bytes lie; in a deflated file, counted in the inflated data set. */
export interface Extent {
  offset: number;
  length: number;
}

export type Content =
  | { kind: 'bytes'; bytes: Buffer }
  | { kind: 'bulk'; extent: Extent }
  | { kind: 'fragments'; fragments: Extent[]; frameOffsets: number[] }
  | { kind: 'items'; items: DataSet[] };

export interface DicomElement {
  tag: number;
  vr: ValueRepresentation;
  littleEndian: boolean;
  content: Content;
}

export type DataSet = Map<number, DicomElement>;
