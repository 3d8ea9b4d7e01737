/** Names that callers choose, of operations and programs, could be used to carry a person's number; such names are not told. */
const LONGEST = 64;
const PLAIN = /^[\w .@/:+-]+$/;
const LIKE_A_NUMBER = /\d{6}/;

/** The name, or null for one that does not look like a name. */
export function plainName(name: string | null | undefined): string | null {
  if (!name || name.length > LONGEST || !PLAIN.test(name) || LIKE_A_NUMBER.test(name)) return null;
  return name;
}
