/** Choices that look random and are the same for the same seed, whatever the order in which they are asked for. */
export class Choices {
  private state: number;

  constructor(seed: number, key = '') {
    this.state = [...key].reduce(
      (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93),
      seed | 1,
    );
  }

  /** From 0 to below `bound`. */
  below(bound: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 0x2c_1b_3c_6d) + 0x9e_37_79_b9) | 0;
    return (this.state >>> 0) % bound;
  }

  oneIn(number: number): boolean {
    return this.below(number) === 0;
  }

  from<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  }
}
