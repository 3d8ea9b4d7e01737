/** How a value stands to its range: inside, outside, or so far outside that somebody should be called. */
import type { ReferenceRange } from './reference-ranges.ts';

export type Mark = '' | '↑' | '↓' | '↑↑' | '↓↓';

export function markOf(value: number, range: ReferenceRange | null): Mark {
  if (!range) return '';
  const { low = -Infinity, high = Infinity, alarm } = range;
  if (value > high) return value > (alarm?.high ?? Infinity) ? '↑↑' : '↑';
  if (value < low) return value < (alarm?.low ?? -Infinity) ? '↓↓' : '↓';
  return '';
}

/** 3.9–6.1, ≤3.4, ≥95. */
export function rangeInWords({ low, high }: ReferenceRange): string {
  if (low !== undefined && high !== undefined) return `${low}–${high}`;
  return low === undefined ? `≤${high}` : `≥${low}`;
}
