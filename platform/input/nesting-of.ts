/** How deep a document's brackets go, counted without parsing it: parsers descend into each of them, and the stack ends somewhere. */
const PARTS = /"""(?:[^"\\]|\\"""|\\(?!""")|"(?!""))*"""|"(?:\\.|[^"\\\n])*"|#[^\n\r]*|[{[(]|[}\])]/g;

export function nestingOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [part] of source.matchAll(PARTS)) {
    if (part === '{' || part === '[' || part === '(') deepest = Math.max(deepest, (depth += 1));
    else if (part === '}' || part === ']' || part === ')') depth -= 1;
  }
  return deepest;
}
