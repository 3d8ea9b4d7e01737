/** Text of a data set by its Specific Character Set (0008,0005), PS3.3 C.12.1.1.2. */
import { decodeCodeExtensions } from './code-extensions.ts';

export type DecodeText = (bytes: Uint8Array) => string;

/** Sets that stand alone, and the first value of a combination. Term without `ISO_IR`/`ISO 2022 IR` → decoder. */
const labels = new Map([
  ['6', 'latin1'],
  ['100', 'latin1'],
  ['101', 'iso-8859-2'],
  ['109', 'iso-8859-3'],
  ['110', 'iso-8859-4'],
  ['144', 'iso-8859-5'],
  ['127', 'iso-8859-6'],
  ['126', 'iso-8859-7'],
  ['138', 'iso-8859-8'],
  ['148', 'iso-8859-9'],
  ['203', 'iso-8859-15'],
  ['13', 'shift_jis'],
  ['166', 'windows-874'],
  ['192', 'utf-8'],
  ['149', 'euc-kr'],
  ['58', 'gbk'],
  ['GB18030', 'gb18030'],
  ['GBK', 'gbk'],
]);

/**
 * The decoder of a data set. Code extensions are honoured also where only one value is declared, since
 * devices write escapes without announcing them.
 * @param terms the values of (0008,0005); none or one blank means that nothing was declared
 */
export function textDecoderFor(terms: readonly string[]): DecodeText {
  const [first = '', ...more] = terms.map(normalised);
  if (first === '' && more.length === 0) return decodeUndeclared;
  const label = labels.get(first === '' ? '6' : first);
  if (!label) return decodeUndeclared;
  const selfContained = label === 'utf-8' || label === 'gb18030' || first === 'GBK';
  if (selfContained) return (bytes) => new TextDecoder(label).decode(bytes);
  return (bytes) => decodeCodeExtensions(bytes, label);
}

/** `ISO_IR 100`, `ISO-IR 100`, `ISO 2022 IR 100` and `ISO2022IR100` are met for the same set. */
function normalised(term: string): string {
  return term
    .trim()
    .toUpperCase()
    .replace(/^ISO[ _-]*(2022)?[ _-]*IR[ _-]*/, '');
}

/**
 * Nothing declared means 7-bit text, yet older devices write the encoding of their country there. Bytes that are
 * valid UTF-8 are read as that, others as GB18030, what Chinese devices leave undeclared; the rest as Latin-1.
 */
function decodeUndeclared(bytes: Uint8Array): string {
  if (bytes.includes(0x1b)) return decodeCodeExtensions(bytes, 'latin1');
  for (const label of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      continue; // not in this encoding: the next one
    }
  }
  return new TextDecoder('latin1').decode(bytes);
}
