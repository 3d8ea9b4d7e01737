/** Which value representation an element has when the file does not say so (implicit VR). */
import dcmjs from 'dcmjs';
import { groupOf, isPrivate, tagText } from './tags.ts';
import { findValueRepresentation, unknownRepresentation, type ValueRepresentation } from './value-representations.ts';

const { dictionary } = dcmjs.data.DicomMetaDictionary;

/** dcmjs marks the representations that depend on the data set with lower-case letters. */
const choices: Record<string, { unsigned: string; signed: string }> = {
  xs: { unsigned: 'US', signed: 'SS' }, // US or SS
  ox: { unsigned: 'OW', signed: 'OW' }, // OB or OW: implicit encodings use OW (PS3.5 A.1)
  lt: { unsigned: 'OW', signed: 'OW' }, // US or OW
  up: { unsigned: 'UL', signed: 'UL' }, // offset inside a DICOMDIR
};

/** @param signedPixels the data set's Pixel Representation, which decides between US and SS */
export function impliedRepresentation(tag: number, signedPixels: boolean): ValueRepresentation {
  const vr = isPrivate(tag) ? privateRepresentation(tag) : dictionary[tagText(baseTag(tag))]?.vr;
  const choice = choices[vr ?? ''];
  const name = choice ? choice[signedPixels ? 'signed' : 'unsigned'] : (vr ?? 'UN');
  return findValueRepresentation(name) ?? unknownRepresentation;
}

/** Group lengths aside, a private element is opaque but for its creator (gggg,0010-00FF). */
function privateRepresentation(tag: number): string {
  const element = tag & 0xffff;
  if (element === 0) return 'UL';
  return element >= 0x10 && element <= 0xff ? 'LO' : 'UN';
}

/** Curves and overlays repeat through the groups 50xx and 60xx. */
function baseTag(tag: number): number {
  const element = tag & 0xffff;
  if (element === 0) return 0x0008_0000;
  const family = groupOf(tag) & 0xff00;
  const repeats = (family === 0x5000 || family === 0x6000) && groupOf(tag) % 2 === 0;
  return repeats ? family * 0x1_0000 + element : tag;
}

/** A keyword such as `StudyDate`, or eight hexadecimal digits, as a tag; undefined when neither. */
export function tagNamed(name: string): number | undefined {
  if (/^[0-9A-Fa-f]{8}$/.test(name)) return Number.parseInt(name, 16);
  const entry = /^[A-Z][A-Za-z0-9]*$/.test(name) ? dcmjs.data.DicomMetaDictionary.nameMap[name] : undefined;
  const digits = entry?.tag.replaceAll(/[(),]/g, '') ?? '';
  return /^[0-9A-Fa-f]{8}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
