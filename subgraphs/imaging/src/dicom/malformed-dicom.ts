/** Why a file is not kept: a stable reason, the tag and the byte, and never a value out of the file. */
import { tagText } from './tags.ts';

export type MalformedReason =
  | 'NOT_PART_10'
  | 'PREAMBLE'
  | 'FILE_META'
  | 'TRANSFER_SYNTAX'
  | 'TRUNCATED'
  | 'LENGTH'
  | 'DELIMITER'
  | 'VALUE_REPRESENTATION'
  | 'TAG_ORDER'
  | 'TOO_COMPLEX'
  | 'DEFLATE'
  | 'FRAGMENTS'
  | 'PIXEL_DATA'
  | 'MISSING_ATTRIBUTE'
  | 'UID'
  | 'MISMATCH'
  | 'TRAILING_BYTES';

export interface Place {
  tag?: number | undefined;
  offset?: number | undefined;
}

export class MalformedDicom extends Error {
  readonly code = 'MALFORMED_DICOM';
  readonly reason: MalformedReason;
  readonly tag: string | undefined;
  readonly offset: number | undefined;

  constructor(reason: MalformedReason, what: string, place: Place = {}) {
    const where = [
      place.tag === undefined ? '' : ` in ${tagText(place.tag)}`,
      place.offset === undefined ? '' : ` at byte ${place.offset}`,
    ];
    super(`Not a valid DICOM file${where.join('')}: ${what}.`);
    this.name = 'MalformedDicom';
    this.reason = reason;
    this.tag = place.tag === undefined ? undefined : tagText(place.tag);
    this.offset = place.offset;
  }
}
