/** What every element header must keep to before its value is looked at. */
import type { ElementHeader } from './element-header.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { groupOf } from './tags.ts';
import type { Scope, Walk } from './walk.ts';

const delimiterGroup = 0xfffe;

export function checkHeader(header: ElementHeader, last: number, walk: Walk): void {
  if (groupOf(header.tag) === delimiterGroup) {
    throw new MalformedDicom('DELIMITER', 'an item or delimiter stands outside its sequence', header);
  }
  if (header.tag <= last) {
    throw new MalformedDicom('TAG_ORDER', 'the tag comes twice or out of order', header);
  }
  countElement(walk, header);
}

export function countElement(walk: Walk, header: ElementHeader): void {
  walk.elements += 1;
  if (walk.elements <= walk.limits.elements) return;
  throw new MalformedDicom('TOO_COMPLEX', `more than ${walk.limits.elements} elements and items`, header);
}

/** @param position where the value begins */
export function checkLength(header: ElementHeader, position: number, bound: number): void {
  const { length, vr } = header;
  if (length === undefined) return;
  if (position + length > bound) {
    const left = Math.max(bound - position, 0);
    throw new MalformedDicom('LENGTH', `it claims ${length} bytes where ${left} are left`, header);
  }
  if (length % vr.unit !== 0) {
    throw new MalformedDicom('LENGTH', `${length} bytes are not a whole number of ${vr.name} values`, header);
  }
}

export function checkItemEnd(header: ElementHeader, scope: Scope): void {
  if (scope.endsAt === 'delimiter' && header.length === 0) return;
  throw new MalformedDicom('DELIMITER', 'an item delimiter stands where no item is open', header);
}
