/** Sealed bytes that do not open: damaged, moved to another place, or sealed under another key. */
export class SealBroken extends Error {
  readonly code = 'SEAL_BROKEN';

  constructor(place: string, reason: string) {
    super(`${place} does not open: ${reason}. Restore it from a backup, or restore the key it was sealed with.`);
    this.name = 'SealBroken';
  }
}
