/** A list as one parameter of a statement: a PostgreSQL array literal of plain ids and UIDs. */
export function arrayOf(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`);
  return `{${quoted.join(',')}}`;
}
