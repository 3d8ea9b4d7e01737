/** Values of single elements as text and numbers. */
import type { DecodeText } from './character-sets.ts';
import { textDecoderFor } from './character-sets.ts';
import type { DataSet, DicomElement } from './data-set.ts';
import { tags } from './tags.ts';

/** One value each, blanks and nulls around them dropped (PS3.5 6.2: padding carries no meaning). */
export function textValues(element: DicomElement | undefined, decode: DecodeText): string[] {
  if (element?.content.kind !== 'bytes' || element.content.bytes.length === 0) return [];
  const text = element.vr.kind === 'text' ? decode(element.content.bytes) : element.content.bytes.toString('latin1');
  // ST, LT, UT and UR hold one value, in which a backslash is a backslash.
  const single = ['ST', 'LT', 'UT', 'UR'].includes(element.vr.name);
  return single ? [trimEnd(text)] : text.split('\\').map((value) => trimEnd(value).replace(/^ +/, ''));
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\0')) end -= 1;
  return text.slice(0, end);
}

export function firstText(dataSet: DataSet, tag: number, decode: DecodeText = String): string | undefined {
  const value = textValues(dataSet.get(tag), decode)[0];
  return value === '' ? undefined : value;
}

/** An integer written as text (IS) or in binary (US); undefined when absent or not a whole number. */
export function firstInteger(dataSet: DataSet, tag: number): number | undefined {
  const element = dataSet.get(tag);
  if (element?.content.kind !== 'bytes') return undefined;
  if (element.vr.name === 'US' && element.content.bytes.length >= 2) {
    return element.littleEndian ? element.content.bytes.readUInt16LE(0) : element.content.bytes.readUInt16BE(0);
  }
  const text = firstText(dataSet, tag);
  return text !== undefined && /^[+-]?\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** A data set without its own character set uses that of the one around it (PS3.3 C.12.1.1.2). */
export function decoderOf(dataSet: DataSet, inherited: DecodeText = textDecoderFor([])): DecodeText {
  const declared = dataSet.get(tags.specificCharacterSet);
  return declared ? textDecoderFor(textValues(declared, inherited)) : inherited;
}
