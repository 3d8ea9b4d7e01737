/** ISO 2022 as DICOM uses it (PS3.5 6.1.2.5): escape sequences switch the lower and upper half of the code table. */

/** How a run of bytes becomes text: a decoder of Node's ICU and, for 7-bit double-byte sets, a shift into its range. */
interface CodeElement {
  half: 'lower' | 'upper';
  label: string;
  /** Two bytes a character in the lower half: delimiters inside are no delimiters. */
  doubleByte?: true;
  /** Written before each pair, for EUC-JP's third plane. */
  prefix?: number;
}

const ascii: CodeElement = { half: 'lower', label: 'latin1' };

const byEscape = new Map<string, CodeElement>([
  ['(B', ascii],
  ['(J', ascii], // JIS X 0201 romaji: differs from ASCII only in yen and overline
  [')I', { half: 'upper', label: 'shift_jis' }],
  ['-A', { half: 'upper', label: 'latin1' }],
  ['-B', { half: 'upper', label: 'iso-8859-2' }],
  ['-C', { half: 'upper', label: 'iso-8859-3' }],
  ['-D', { half: 'upper', label: 'iso-8859-4' }],
  ['-L', { half: 'upper', label: 'iso-8859-5' }],
  ['-G', { half: 'upper', label: 'iso-8859-6' }],
  ['-F', { half: 'upper', label: 'iso-8859-7' }],
  ['-H', { half: 'upper', label: 'iso-8859-8' }],
  ['-M', { half: 'upper', label: 'iso-8859-9' }],
  ['-b', { half: 'upper', label: 'iso-8859-15' }],
  ['-T', { half: 'upper', label: 'windows-874' }],
  ['$)C', { half: 'upper', label: 'euc-kr' }],
  ['$)A', { half: 'upper', label: 'gbk' }],
  ['$B', { half: 'lower', label: 'euc-jp', doubleByte: true }],
  ['$(D', { half: 'lower', label: 'euc-jp', doubleByte: true, prefix: 0x8f }],
]);

const escape = 0x1b;
/** Tab, line feed, form feed, return; `=`, `^` and the value separator: back to the first character set. */
const resets = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x3d, 0x5c, 0x5e]);

/** @param initial the decoder of the first value of Specific Character Set */
export function decodeCodeExtensions(bytes: Uint8Array, initial: string): string {
  const start = { lower: ascii, upper: { half: 'upper', label: initial } satisfies CodeElement };
  let active: { lower: CodeElement; upper: CodeElement } = start;
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const found = bytes[at] === escape ? escapeAt(bytes, at) : undefined;
    if (found) {
      active = { ...active, [found.element.half]: found.element };
      at += found.length;
      continue;
    }
    const end = runEnd(bytes, at, active.lower);
    const element = isUpper(bytes[at]) ? active.upper : active.lower;
    text += decodeRun(bytes.subarray(at, end), element);
    if (!active.lower.doubleByte && resets.has(bytes[end - 1] ?? 0)) active = start;
    at = end;
  }
  return text;
}

function escapeAt(bytes: Uint8Array, at: number): { element: CodeElement; length: number } | undefined {
  for (const size of [2, 3]) {
    const element = byEscape.get(String.fromCharCode(...bytes.subarray(at + 1, at + 1 + size)));
    if (element) return { element, length: size + 1 };
  }
  return undefined;
}

/** Bytes of one half up to an escape; in single-byte text a delimiter also closes the run. */
function runEnd(bytes: Uint8Array, start: number, lower: CodeElement): number {
  const upper = isUpper(bytes[start]);
  for (let end = start + 1; end < bytes.length; end += 1) {
    if (bytes[end] === escape || isUpper(bytes[end]) !== upper) return end;
    if (!upper && !lower.doubleByte && resets.has(bytes[end - 1] ?? 0)) return end;
  }
  return bytes.length;
}

function isUpper(byte: number | undefined): boolean {
  return (byte ?? 0) >= 0x80;
}

function decodeRun(run: Uint8Array, element: CodeElement): string {
  const shifted = element.doubleByte ? pairs(run, element.prefix) : run;
  return new TextDecoder(element.label).decode(shifted);
}

function pairs(run: Uint8Array, prefix: number | undefined): Uint8Array {
  const out: number[] = [];
  run.forEach((byte, index) => {
    if (prefix !== undefined && index % 2 === 0) out.push(prefix);
    out.push(byte < 0x21 ? byte : byte | 0x80);
  });
  return Uint8Array.from(out);
}
