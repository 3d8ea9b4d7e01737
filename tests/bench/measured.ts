/** What one measurement has to say. */
export interface Measured {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}
