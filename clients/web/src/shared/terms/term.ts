/** A word of a catalogue, such as a specialty or a category of ICD-10. */
export interface Term {
  /** What is stored: the code where there is one, else the Chinese name. */
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** `value|中文|English`, or `中文|English` where the name itself is stored. */
export function termsIn(lines: string): readonly Term[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const parts = line.trim().split('|');
      const [value = '', zh = '', en = ''] = parts.length === 3 ? parts : [parts[0], ...parts];
      return { value, zh, en };
    });
}
