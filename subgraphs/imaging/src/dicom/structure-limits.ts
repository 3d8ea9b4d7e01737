/** What one file may cost while it is checked; beyond it the file is refused, however well formed. */

export interface StructureLimits {
  readonly depth: number;
  readonly elements: number;
  /** Bytes of values kept in memory, bulk data not counted. */
  readonly keptBytes: number;
  /** A deflated data set may grow to this and no further. */
  readonly inflatedBytes: number;
  readonly fragments: number;
}

/** A thousand-frame enhanced object has some 60,000 elements at depth 4. */
export const defaultLimits: StructureLimits = {
  depth: 32,
  elements: 200_000,
  keptBytes: 32 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  fragments: 200_000,
};

/** Binary values beyond this, and any value beyond `longestText`, stay in the file as bulk data. */
export const longestInline = 1024;
export const longestText = 64 * 1024;
