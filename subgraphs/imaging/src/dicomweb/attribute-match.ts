/** One condition of a search, parsed (PS3.4 C.2.2.2); a store turns it into its own language. */
import { isUid } from '../dicom/uid.ts';
import type { Matching } from './qido-attributes.ts';

export type AttributeMatch =
  | { kind: 'anyOf'; values: readonly string[] }
  /** Both ends are included; DICOM text, so that text order is time order. */
  | { kind: 'range'; from: string | undefined; to: string | undefined }
  | { kind: 'pattern'; pattern: string }
  | { kind: 'equals'; value: string };

/** Undefined when the value is not of that kind. An empty value never comes here: it matches everything. */
export function parseMatch(matching: Matching, value: string): AttributeMatch | undefined {
  switch (matching) {
    case 'uid':
      return parseUids(value);
    case 'date':
      return parseRange(value, /^\d{8}$/);
    case 'time':
      return parseRange(value, /^\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?$/);
    case 'number':
      return /^[+-]?\d{1,9}$/.test(value) ? { kind: 'equals', value: String(Number(value)) } : undefined;
    case 'exact':
      return { kind: 'anyOf', values: value.split(/[,\\]/) };
    case 'text':
      return /[*?]/.test(value) ? { kind: 'pattern', pattern: value } : { kind: 'equals', value };
  }
}

function parseUids(value: string): AttributeMatch | undefined {
  const values = value.split(/[,\\]/);
  return values.every(isUid) ? { kind: 'anyOf', values } : undefined;
}

function parseRange(value: string, single: RegExp): AttributeMatch | undefined {
  const [from = '', to = from, ...more] = value.split('-');
  const ends = [from, to].filter((end) => end !== '');
  if (more.length > 0 || ends.length === 0 || !ends.every((end) => single.test(end))) return undefined;
  return { kind: 'range', from: from === '' ? undefined : from, to: to === '' ? undefined : to };
}

/** Whether a stored value meets the condition; for stores without a query language of their own. */
export function meets(match: AttributeMatch, value: string | undefined): boolean {
  if (value === undefined) return false;
  switch (match.kind) {
    case 'anyOf':
      return match.values.includes(value);
    case 'equals':
      return match.value === value;
    case 'pattern':
      return wildcard(match.pattern).test(value);
    case 'range':
      // `2359` as an end means the whole minute: compare no more digits than were asked for.
      return value >= (match.from ?? value) && value.slice(0, match.to?.length) <= (match.to ?? value);
  }
}

/** Wildcard matching of names takes no notice of case (PS3.4 C.2.2.2.4). */
function wildcard(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu');
}
