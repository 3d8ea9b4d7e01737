/** Prints figures as a table that can be read in a terminal and pasted into a document. */
type Rows = readonly Readonly<Record<string, string | number>>[];

export function printTable(title: string, rows: Rows): void {
  process.stdout.write(`\n${title}\n\n${tableOf(rows)}\n`);
}

export function tableOf(rows: Rows): string {
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: string | number | undefined) => (typeof value === 'number' ? round(value) : (value ?? ''));
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => text(row[column]).length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [
    line(columns),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((row) => line(columns.map((column) => text(row[column])))),
  ].join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
