/** Time and chance, which tests may hand in. */
export interface Machine {
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** A name that nobody else has. */
  uniqueName(): string;
}

export const thisMachine: Machine = {
  now: () => Date.now(),
  random: () => Math.random(),
  // crypto.randomUUID is not there on pages of plain HTTP, as inside a hospital's network.
  uniqueName: () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
};
