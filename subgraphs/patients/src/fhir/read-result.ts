/** The outcome of reading one resource: kept, or skipped with the reason that the sender is told. */
export type ReadResult<Kept> =
  | { readonly ok: true; readonly kept: Kept }
  | { readonly ok: false; readonly reason: string };

export function kept<Kept>(value: Kept): ReadResult<Kept> {
  return { ok: true, kept: value };
}

export function skipped<Kept>(reason: string): ReadResult<Kept> {
  return { ok: false, reason };
}
