/** What stands in the place of figures that cannot be measured here. */
import type { Measured } from './measured.ts';

export function skipped(title: string, why: string): Measured {
  return { title, how: `Not measured in this run${why}.`, rows: [] };
}
