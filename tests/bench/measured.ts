/** What one measurement has to say. */
export interface Measured {
  readonly title: string;
  /** How it was measured, for whoever doubts it. */
  readonly how: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}
