/** A share of a fee: exact, in 1/10000 of a fen so that a rate in basis points loses nothing, with its reasons. */
import type { FeeReason } from './fee-reason.ts';

export const shareUnits = 10_000n;

export interface Share {
  readonly exact: bigint;
  readonly reasons: readonly FeeReason[];
}

export function nothing(because: FeeReason): Share {
  return { exact: 0n, reasons: [because] };
}
