/** A share of a fee: exact, in 1/10000 of a fen so that a rate in basis points loses nothing, and told in words. */
export const shareUnits = 10_000n;

export interface Share {
  readonly exact: bigint;
  readonly because: readonly string[];
}

export function nothing(because: string): Share {
  return { exact: 0n, because: [because] };
}
