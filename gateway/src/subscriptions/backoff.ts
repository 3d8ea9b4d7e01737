/** How long to wait before the next attempt: longer each time, and not all at the same moment. */
const FIRST_MS = 100;
const LONGEST_MS = 3_000;

/** @param chance between 0 and 1 */
export function backoffMs(attempt: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return longest / 2 + (longest / 2) * chance;
}
