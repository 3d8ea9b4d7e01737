/** The small scatter of real measurements, the same on every run: mulberry32, a public-domain generator. */
export function fixedNoise(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  /** between -1 and 1 */
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}
