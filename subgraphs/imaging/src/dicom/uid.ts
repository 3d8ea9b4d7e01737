/** Unique identifiers (PS3.5 9): at most 64 characters, numbers between dots. */

const pattern = /^\d+(\.\d+)+$/;

/** Leading zeros in a component are against the standard, but widely written and harmless: the UID is kept as it is. */
export function isUid(text: string): boolean {
  return text.length <= 64 && pattern.test(text);
}
